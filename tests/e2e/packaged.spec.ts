import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getRawHeader, listPackage, statFile } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { execa } from 'execa'
import { complaintsOf, electronSkipReason, ROOT } from '../helpers/electron.ts'
import { openReport, REPORTS, runDemo } from './main-path.ts'

/** The application as it is installed, made and started: nothing of the clone is in its way. */
const reason = electronSkipReason()
test.skip(reason !== null, reason ?? '')

const FOLDER = join(ROOT, 'dist', 'test', 'linux-unpacked')
const PROGRAM = join(FOLDER, 'cine-datalake-studio')
const ARCHIVE = join(FOLDER, 'resources', 'app.asar')

test.beforeAll(async () => {
  test.setTimeout(240_000)
  const script = join(ROOT, 'scripts', 'package.mjs')
  await execa(process.execPath, [script, '--test-electron'], { env: { GITHUB_REPOSITORY: 'example/cine' } })
})

test.afterAll(async () => {
  await rm(join(ROOT, 'dist', 'test'), { recursive: true, force: true })
})

test('the fuses of the program are set as they should be', async () => {
  const wire = await getCurrentFuseWire(PROGRAM)
  const state = (fuse: FuseV1Options) => FuseState[wire[fuse] ?? FuseState.REMOVED]
  expect(state(FuseV1Options.RunAsNode)).toBe('DISABLE')
  expect(state(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe('DISABLE')
  expect(state(FuseV1Options.EnableNodeCliInspectArguments)).toBe('DISABLE')
  expect(state(FuseV1Options.GrantFileProtocolExtraPrivileges)).toBe('DISABLE')
  expect(state(FuseV1Options.OnlyLoadAppFromAsar)).toBe('ENABLE')
  expect(state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation)).toBe('ENABLE')
  expect(state(FuseV1Options.EnableCookieEncryption)).toBe('ENABLE')
})

test('the program is no Node for others, and loads no application but its own', async () => {
  const home = await temporary()
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', HOME: home, XDG_CONFIG_HOME: home }
  // Started as the studio instead, it would stay.
  const stop = { timeout: 4000, killSignal: 'SIGKILL' } as const
  const asNode = await execa(PROGRAM, ['-p', '"ran " + 1'], { env, reject: false, ...stop })
  expect(asNode.stdout).not.toContain('ran 1')
  expect(existsSync(join(FOLDER, 'resources', 'app'))).toBe(false)
  await rm(home, { recursive: true, force: true })
})

test('the archive holds the product alone, each file with its hash; native modules lie beside it', async () => {
  const names = listPackage(ARCHIVE, { isPack: false }).map((name) => name.replaceAll('\\', '/'))
  expect(names).toEqual(
    expect.arrayContaining(['/package.json', '/out/main/index.js', '/out/main/engine.js']),
  )
  const strangers = names.filter((name) =>
    /^\/(src|tests|scripts|bench|docs|artefacts|data)\b|\.map$/.test(name),
  )
  expect(strangers).toEqual([])
  expect(names.filter((name) => /node_modules\/(electron|react|vitest|vite)\//.test(name))).toEqual([])
  const entry = statFile(ARCHIVE, join('out', 'main', 'index.js'))
  expect(entry).toMatchObject({ integrity: { algorithm: 'SHA256' } })
  expect(getRawHeader(ARCHIVE).headerString).toContain('"blocks"')
  for (const name of names.filter((each) => /\.(node|so)$/.test(each)))
    expect(existsSync(join(`${ARCHIVE}.unpacked`, name)), name).toBe(true)
  expect(names.some((name) => name.endsWith('.node'))).toBe(true)
})

test('the Debian package installs the studio, its icons, its entry among the programs and the kinds of file it opens', async () => {
  const [deb] = (await readdir(join(ROOT, 'dist', 'test'))).filter((name) => name.endsWith('.deb'))
  test.skip(deb === undefined, 'dpkg-deb is not here')
  const folder = await temporary()
  try {
    const path = join(ROOT, 'dist', 'test', deb ?? '')
    const fields = (await execa('dpkg-deb', ['--field', path])).stdout
    expect(fields).toMatch(/^Package: cine-datalake-studio$/m)
    expect(fields).toMatch(/^Depends: .*libgtk-3-0.*libgbm1/m)
    await execa('dpkg-deb', ['--extract', path, folder])
    const entry = await readFile(join(folder, 'usr/share/applications/cine-datalake-studio.desktop'), 'utf8')
    expect(entry).toMatch(/^MimeType=text\/csv;application\/vnd\.apache\.parquet;$/m)
    expect(entry).toMatch(/^Icon=cine-datalake-studio$/m)
    const [, program = ''] = entry.match(/^Exec="([^"]+)" %U$/m) ?? []
    for (const size of [16, 32, 48, 64, 128, 256, 512])
      expect(
        existsSync(join(folder, `usr/share/icons/hicolor/${size}x${size}/apps/cine-datalake-studio.png`)),
      ).toBe(true)
    const kinds = await readFile(join(folder, 'usr/share/mime/packages/cine-datalake-studio.xml'), 'utf8')
    for (const glob of ['*.csv', '*.parquet']) expect(kinds).toContain(`<glob pattern="${glob}"/>`)

    // Opened from the desktop, which says files as addresses.
    const file = join(folder, 'my films.csv')
    await writeFile(file, 'id,title,audienceScore,tomatoMeter\na,Film,10,20\n')
    const studio = await startPackaged(folder, [pathToFileURL(file).href], join(folder, program))
    try {
      await expect(studio.page.getByTestId('chosen-file')).toContainText('my films.csv')
    } finally {
      await studio.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('where releases are looked for is known, and nobody looks by themselves', async () => {
  const update = await readFile(join(FOLDER, 'resources', 'app-update.yml'), 'utf8')
  expect(update).toMatch(/provider: github/)
  expect(update).toMatch(/owner: example/)
})

test('started, it runs the demo by its button and shows the four reports; started twice, it is one window', async () => {
  const folder = await temporary()
  const file = join(folder, 'films.csv')
  await writeFile(file, 'id,title,audienceScore,tomatoMeter\na,Film,10,20\n')
  const studio = await startPackaged(folder, [file])
  try {
    const { page, complaints } = studio
    // The file that it was opened with waits to be landed.
    await expect(page.getByTestId('chosen-file')).toContainText('films.csv')
    await page.getByTestId('chosen-file').getByRole('button').last().click()
    await runDemo(page)
    await page.getByTestId('nav-reports').click()
    for (const report of REPORTS) {
      await openReport(page, report)
      await page.screenshot({ path: join(ROOT, 'artefacts', 'screenshots', `packaged-${report}.png`) })
    }
    expect(complaints).toEqual([])

    // Started again on the same lake, it comes to the front with what it is to open: one window, one engine.
    const second = join(folder, 'second.csv')
    await writeFile(second, 'id,title,audienceScore,tomatoMeter\nb,Second,10,20\n')
    const again = await execa(PROGRAM, switchesFor(folder, [second]), {
      env: environment(folder),
      reject: false,
    })
    expect(again.exitCode, again.stderr).toBe(0)
    await expect(page.getByTestId('chosen-file')).toContainText('second.csv')
    expect(studio.pages()).toBe(1)
    const noted = await notes(folder)
    expect(noted.match(/"kind":"utility"/g)).toHaveLength(1)
    expect(noted).not.toContain('"event":"updates"')
  } finally {
    await studio.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

async function temporary(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'cine-packaged-'))
}

/** Everything that the main process noted. */
async function notes(folder: string): Promise<string> {
  const { stdout } = await execa('find', [folder, '-name', 'studio.log.jsonl', '-exec', 'cat', '{}', '+'])
  return stdout
}

interface Packaged {
  page: Page
  complaints: string[]
  pages(): number
  stop(): Promise<void>
}

/** Playwright's own way in is closed by a fuse: the page's debugger, a switch of Chromium, is what there is. */
async function startPackaged(folder: string, files: string[], program = PROGRAM): Promise<Packaged> {
  const child = spawn(program, [...switchesFor(folder, files), '--remote-debugging-port=0'], {
    env: environment(folder),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const browser = await chromium.connectOverCDP(await debuggerOf(child))
  const page = await firstPage(browser)
  return {
    page,
    complaints: complaintsOf(page),
    pages: () => browser.contexts().flatMap((context) => context.pages()).length,
    stop: async () => {
      await browser.close()
      child.kill('SIGTERM')
      await ended
    },
  }
}

function switchesFor(folder: string, files: string[]): string[] {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...asRoot, '--lake', join(folder, 'lake'), ...files]
}

function environment(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, XDG_CONFIG_HOME: join(folder, 'config') }
}

function debuggerOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk
      const address = said.match(/DevTools listening on (ws:\S+)/)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`The packaged studio ended (${code}): ${said}`)))
  })
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (!context) throw new Error('The packaged studio has no browser context.')
  return context.pages()[0] ?? context.waitForEvent('page')
}
