import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createContext } from '../../../src/pipeline/cli/context.ts'
import { exitCodeOf } from '../../../src/pipeline/cli/exit-code.ts'
import { fileArgument } from '../../../src/pipeline/cli/file-arguments.ts'
import { interruptible } from '../../../src/pipeline/cli/interrupt.ts'
import { runParams } from '../../../src/pipeline/cli/run-options.ts'
import { logLevel } from '../../../src/pipeline/cli/terminal/log.ts'
import { hasDisplay } from '../../../src/pipeline/cli/window/display.ts'
import { findElectron } from '../../../src/pipeline/cli/window/electron.ts'
import { errorLine } from '../../../src/pipeline/cli/window/error-line.ts'
import { CineError, cancelled } from '../../../src/pipeline/errors.ts'
import { tempLake } from '../../helpers/lake.ts'

const never = new AbortController().signal

describe('the lake', () => {
  test('is the named one, else that of the environment, else data/', () => {
    const env = { CINE_LAKE: '/somewhere' }
    expect(createContext({ lake: 'mine' }, never, env)).toMatchObject({
      lake: resolve('mine'),
      lakeNamed: true,
    })
    expect(createContext({}, never, env)).toMatchObject({ lake: resolve('/somewhere'), lakeNamed: true })
    expect(createContext({}, never, { CINE_LAKE: '' })).toMatchObject({
      lake: resolve('data'),
      lakeNamed: false,
    })
    for (const lake of ['', '--json'])
      expect(() => createContext({ lake }, never, env)).toThrow('--lake names no folder')
  })
})

describe('the log level', () => {
  test.each([
    [undefined, false, 'info'],
    ['', false, 'info'],
    ['Debug', false, 'debug'],
    ['WARNING', false, 'warn'],
    ['error', true, 'error'],
    [undefined, true, 'warn'],
    ['DEBUG', true, 'debug'],
  ])('%s, quiet %s: %s', (named, quiet, level) => {
    expect(logLevel({ ETL_LOG_LEVEL: named }, quiet)).toBe(level)
  })

  test('of another name is refused', () => {
    expect(() => logLevel({ ETL_LOG_LEVEL: 'loud' }, false)).toThrow('ETL_LOG_LEVEL is "loud"')
  })
})

describe('N_ROWS', () => {
  test('gives way to --n-rows', () => {
    expect(runParams({ nRows: 3 }, { N_ROWS: '7' })).toEqual({ n_rows: 3 })
    expect(runParams({ force: true }, { N_ROWS: ' 7 ' })).toEqual({ n_rows: 7, force: true })
    expect(runParams({}, { N_ROWS: '' })).toEqual({})
  })

  test.each(['0', '-1', 'all', '1e3', '1.5'])('is refused when it is %s', (value) => {
    expect(() => runParams({}, { N_ROWS: value })).toThrow(CineError)
  })
})

test('a file argument names its source, or is a path', async () => {
  expect(fileArgument('rt_movies=/some/movies.csv')).toEqual({
    source: 'rt_movies',
    path: '/some/movies.csv',
  })
  expect(fileArgument('rt_movies=a=b.csv')).toEqual({ source: 'rt_movies', path: 'a=b.csv' })
  expect(fileArgument('/some/movies.csv')).toEqual({ path: '/some/movies.csv' })
  expect(fileArgument('/some/a=b.csv')).toEqual({ path: '/some/a=b.csv' })
  const folder = await tempLake()
  const before = process.cwd()
  process.chdir(folder)
  onTestFinished(() => process.chdir(before))
  await writeFile('rt_movies=x.csv', '')
  expect(fileArgument('rt_movies=x.csv')).toEqual({ path: 'rt_movies=x.csv' })
})

test('exit codes are those of the documentation', () => {
  const codes = ['USAGE', 'NOTHING_PUBLISHED', 'LAKE_LOCKED', 'INTERNAL'].map((code) =>
    exitCodeOf(new CineError(code, '')),
  )
  expect([...codes, exitCodeOf(cancelled())]).toEqual([2, 3, 1, 1, 130])
})

test('the first signal aborts, its echo is ignored, the next one quits', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => {
    vi.useRealTimers()
    process.removeAllListeners('SIGTERM')
    process.removeAllListeners('SIGINT')
  })
  const quit = vi.fn()
  const signal = interruptible(quit)
  process.emit('SIGINT')
  expect(signal.aborted).toBe(true)
  process.emit('SIGINT')
  expect(quit).not.toHaveBeenCalled()
  vi.advanceTimersByTime(400)
  process.emit('SIGTERM')
  expect(quit).toHaveBeenCalledOnce()
})

describe('the window', () => {
  test('needs a display on Linux only', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
  })

  test('takes the Electron that ELECTRON_OVERRIDE_DIST_PATH names, or says that it holds none', async () => {
    const folder = await tempLake()
    const context = createContext({}, never, {})
    const env = { ELECTRON_OVERRIDE_DIST_PATH: folder }
    expect(await findElectron(context, env)).toEqual({
      reason: expect.stringContaining('ELECTRON_OVERRIDE_DIST_PATH holds no'),
    })
    const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[
      process.platform as string
    ]
    const program = join(folder, name ?? 'electron')
    await mkdir(join(program, '..'), { recursive: true })
    await writeFile(program, '')
    expect(await findElectron(context, env)).toEqual({ program })
  })

  test('says in one line why Electron does not start', () => {
    const missing = 'warming up\nelectron: error while loading shared libraries: libgtk-3.so.0\n  at x'
    expect(errorLine(missing)).toBe('electron: error while loading shared libraries: libgtk-3.so.0')
    const noServer =
      '[1:1124/1.2:ERROR:bus.cc(407)] Failed to connect to the bus\n' +
      '[1:1124/1.3:ERROR:ozone_platform_x11.cc(245)] Missing X server or $DISPLAY.'
    expect(errorLine(noServer)).toBe('Missing X server or $DISPLAY')
    expect(errorLine('\n')).toBeNull()
  })
})
