import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import builder from '../../../electron-builder.config.ts'

const ROOT = join(import.meta.dirname, '../../..')
const read = (path: string) => readFile(join(ROOT, path), 'utf8')
const json = async (path: string) => JSON.parse(await read(path))

test('Electron is packaged as the lock file says, and newer ones are proposed every week', async () => {
  const { devDependencies } = await json('package.json')
  const { packages } = await json('package-lock.json')
  expect(builder).not.toHaveProperty('electronVersion')
  expect(builder).not.toHaveProperty('electronDist')
  const locked = packages['node_modules/electron'].version
  expect(devDependencies.electron).toMatch(/^\^\d+\./)
  expect(locked.split('.')[0]).toBe(devDependencies.electron.slice(1).split('.')[0])
  // Before this one, better-sqlite3 cannot be loaded.
  expect(Number(locked.split('.')[0])).toBeGreaterThanOrEqual(35)
  expect(await read('.github/dependabot.yml')).toMatch(
    /package-ecosystem: npm\s+directory: \/\s+schedule: \{ interval: weekly \}/,
  )
})

test('what runs at every change: checks, audit, every test, packages of three systems', async () => {
  const workflow = await read('.github/workflows/ci.yml')
  for (const command of ['npm run check', 'npm audit --audit-level=high', '.ci/run', 'npm run package'])
    expect(workflow).toContain(`run: ${command}`)
  for (const system of ['ubuntu-', 'windows-', 'macos-'])
    expect(workflow).toMatch(new RegExp(`os: .*${system}`))
  // No job may write to the repository.
  expect(workflow).toMatch(/permissions:\n {2}contents: read\n/)
  expect(workflow).not.toMatch(/: write/)
})

test('packages for each system, and files that open with the studio', () => {
  expect(builder.linux?.target).toEqual(['AppImage', 'deb'])
  expect(builder.win?.target).toEqual(['nsis'])
  expect(builder.mac?.target).toEqual(['dmg', 'zip'])
  expect(builder.fileAssociations.map(({ ext }) => ext)).toEqual(['csv', 'parquet'])
})
