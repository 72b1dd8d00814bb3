import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'
import { tempLake } from '../helpers/lake.ts'

const ROOT = join(import.meta.dirname, '../..')
/** What npm says to its own children would point the new installation at the clone. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name)),
)

test('packed and installed in an empty folder, npx cine runs the demo and answers', async () => {
  const folder = await tempLake()
  const npm = (args: string[], cwd = folder) =>
    execa('npm', args, { cwd, env, extendEnv: false, stdin: 'ignore' })
  const pack = await npm(['pack', '--json', '--silent', '--pack-destination', folder], ROOT)
  const [packed] = JSON.parse(pack.stdout) as { filename: string; files: { path: string }[] }[]
  const strangers = packed?.files.filter(({ path }) => /^(src|tests|docs|bench|scripts|data)\//.test(path))
  expect(strangers).toEqual([])
  const file = join(folder, packed?.filename ?? '')
  await npm(['install', file, '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'])

  const own = join(folder, 'node_modules', 'cine-datalake-studio', 'package.json')
  const cine = async (...args: string[]) => (await npm(['exec', '--no', '--', 'cine', ...args])).stdout
  expect((await cine('--version')).trim()).toBe(JSON.parse(await readFile(own, 'utf8')).version)
  const demo = JSON.parse(await cine('demo', '--headless', '--lake', 'lake', '--json'))
  expect(demo.pipeline.run).toMatchObject({ status: 'published' })
  const films = JSON.parse(await cine('films', '--limit', '1', '--lake', 'lake', '--json'))
  expect(films.total).toBe(demo.pipeline.run.tables.films.rows)
  expect(films.total).toBeGreaterThan(3000)
}, 240_000)
