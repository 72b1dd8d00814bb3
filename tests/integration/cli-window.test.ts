import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { execa } from 'execa'
import { describe, expect, onTestFinished, test } from 'vitest'
import { firstLine, startCine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'

const ROOT = join(import.meta.dirname, '../..')

describe('cine dashboard --web', () => {
  test('prints a link that opens the studio, and stays until it is interrupted', async () => {
    const child = startCine(['dashboard', '--web', '--lake', await tempLake()])
    const url = await firstLine(child.stdout)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=/)
    // The link gives a cookie and leads on without its token, as a browser follows it.
    const welcome = await fetch(url, { redirect: 'manual' })
    const [cookie = ''] = welcome.headers.getSetCookie()
    const page = await fetch(new URL(welcome.headers.get('location') ?? '', url), {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<html')
    child.kill('SIGINT')
    const { exitCode } = await child
    expect(exitCode).toBe(130)
    await expect(fetch(url)).rejects.toThrow()
  }, 60_000)

  test('without a display is what there is, with the reason in one line', async () => {
    const child = startCine(['dashboard', '--json', '--lake', await tempLake()])
    const { url, port } = JSON.parse(await firstLine(child.stdout))
    expect(url).toContain(`:${port}/`)
    child.kill('SIGTERM')
    const { exitCode, stderr, stdout } = await child
    expect(exitCode).toBe(130)
    expect(stderr).toMatch(/WARN {2}The browser version instead of the window: there is no display\.\n/)
    expect(stdout.trim().split('\n')).toHaveLength(1)
  }, 60_000)
})

/** Every Node there is to start it with: the project's, and the machine's own, which may be older. */
const NODES = [
  process.execPath,
  ...(process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'))
    .filter((file) => existsSync(file))
    .slice(0, 1),
]

describe.each(NODES)('bin/cine.mjs started with %s', (node) => {
  const start = (...args: string[]) => {
    const child = execa(node, [join(ROOT, 'bin/cine.mjs'), ...args], { reject: false, stdin: 'ignore' })
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    return child
  }

  test('runs, passes the exit code and the output on', async () => {
    const { exitCode, stdout } = await start('--version')
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+$/) })
    const wrong = await start('filns', '--json')
    expect(wrong.exitCode).toBe(2)
    expect(JSON.parse(wrong.stdout).error.code).toBe('USAGE')
    expect(wrong.stderr).toBe('')
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'ends with 130 after %s',
    async (signal) => {
      const child = start('dashboard', '--web', '--lake', await tempLake())
      await firstLine(child.stdout)
      child.kill(signal)
      expect((await child).exitCode).toBe(130)
    },
    120_000,
  )
})
