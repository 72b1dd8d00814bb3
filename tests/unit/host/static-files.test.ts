import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { staticFile } from '../../../src/pipeline/host/index.ts'

async function site(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'cine-site-')))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const root = join(folder, 'renderer')
  await mkdir(join(root, 'assets'), { recursive: true })
  await writeFile(join(root, 'index.html'), 'page')
  await writeFile(join(root, 'assets', 'app.js'), 'code')
  await writeFile(join(root, 'notes.txt'), 'not of a page')
  await writeFile(join(folder, 'secret.json'), 'secret')
  await symlink(join(folder, 'secret.json'), join(root, 'link.json'))
  return root
}

test('a file is served by its name, and a page of the renderer as index.html', async () => {
  const root = await site()
  expect(await staticFile(root, '/assets/app.js')).toBe(join(root, 'assets', 'app.js'))
  for (const page of ['/', '/reports', '/reports/timeline'])
    expect(await staticFile(root, page)).toBe(join(root, 'index.html'))
})

test.each([
  '/../secret.json',
  '/%2e%2e/secret.json',
  '/assets/%2E%2E%2F..%2fsecret.json',
  '/assets/..\\..\\secret.json',
  '//etc/passwd.json',
  '/link.json',
  '/notes.txt',
  '/missing.js',
  '/assets/app.js%00.html',
  '/%E0%A4%A.js',
  'secret.json',
])('%s is refused', async (address) => {
  expect(await staticFile(await site(), address)).toBeNull()
})
