import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { electronSkipReason, launchStudio, ROOT, type Studio } from '../helpers/electron.ts'
import { runCine } from '../helpers/web.ts'

/** The points of Electron's security checklist in the real window: docs/security.md says which test holds which. */
const reason = electronSkipReason()
test.skip(reason !== null, reason ?? '')

const EVIL = '<img src=x onerror="window.ran=1"><script>window.ran=2</script>'

let studio: Studio
test.beforeAll(async () => {
  studio = await launchStudio({ prepare: landEvilTexts })
  await expect(studio.page.getByTestId('nav-home')).toBeVisible()
})
test.afterAll(async () => {
  await studio?.close()
})

test('a review that is HTML is read, not run', async () => {
  const { page } = studio
  await page.getByTestId('nav-explorer').click()
  await page.locator('tr[data-index="0"]').click()
  const panel = page.getByTestId('film-panel')
  await expect(panel).toContainText(`Title ${EVIL}`)
  await panel.getByTestId('film-reviews-tab').click()
  const card = panel.getByRole('article')
  await expect(card).toContainText(`Text ${EVIL}`)
  await expect(card).toContainText(`Critic ${EVIL}`)
  expect(await panel.locator('img, script').count()).toBe(0)
  // An address that is no web page's is no link.
  expect(await card.getByRole('link').count()).toBe(0)
  expect(await page.evaluate('window.ran')).toBeUndefined()
  await page.keyboard.press('Escape')
})

test('everything that is loaded comes from the application itself', async () => {
  const { page } = studio
  const loaded = (await page.evaluate(
    "[location, ...document.querySelectorAll('[src], link[href]')].map(({ src, href }) => src ?? href)",
  )) as string[]
  expect(loaded.length).toBeGreaterThan(2)
  expect(loaded.filter((url) => !/^(app:\/\/studio\/|data:|blob:)/.test(url))).toEqual([])
})

test('the window’s preferences: isolated, sandboxed, no Node, nothing experimental, no webview', async () => {
  const { app, page } = studio
  const preferences = await (await app.browserWindow(page)).evaluate((window) =>
    // The electron types leave this one out.
    (
      window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences(),
  )
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  })
  // Left out where they are off.
  for (const name of ['nodeIntegrationInWorker', 'experimentalFeatures', 'enableBlinkFeatures'])
    expect(preferences[name] || false, name).toBe(false)
})

test('the policy in force: no script but the application’s files, no eval, no frame, no other address', async () => {
  const { page } = studio
  const policy = String(
    await page.evaluate("fetch('/').then((answer) => answer.headers.get('content-security-policy'))"),
  )
  const directives = Object.fromEntries(
    policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1).join(' ')]),
  )
  expect(directives).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  })
  expect(await page.evaluate(evaluatedText)).toBe('EvalError')
  expect(await page.evaluate(inlineScript)).toBe(false)
  for (const address of ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/passwd'])
    expect(await page.evaluate(`fetch('${address}').then(() => 'reached', () => 'refused')`)).toBe('refused')
})

test('no permission is given: not asked for, not had', async () => {
  const { page } = studio
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
  const states = await page.evaluate(
    `Promise.all(${JSON.stringify(names)}.map((name) => navigator.permissions.query({ name }).then(({ state }) => state)))`,
  )
  expect(states).toEqual(names.map(() => 'denied'))
  expect(await page.evaluate('Notification.requestPermission()')).toBe('denied')
  expect(
    await page.evaluate(
      'navigator.mediaDevices.getUserMedia({ audio: true }).then(() => "given", ({ name }) => name)',
    ),
  ).toMatch(/^Not(Allowed|Found)Error$/)
})

test('only the film sites leave the studio, to the person’s own browser', async () => {
  const { app, page } = studio
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url: string) => void opened.push(url)
  })
  const film = 'https://www.imdb.com/title/tt0111161/'
  for (const address of [
    'https://example.com/',
    'file:///etc/passwd',
    'smb://server/share',
    'javascript:alert(1)',
    film,
  ])
    expect(await page.evaluate(`window.open(${JSON.stringify(address)})`)).toBeNull()
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  await expect.poll(opened).toEqual([film])
})

test('the page is given a closed list of abilities, and none of Electron’s own', async () => {
  const { page } = studio
  expect(await page.evaluate('[typeof require, typeof process, typeof module, typeof ipcRenderer]')).toEqual(
    Array(4).fill('undefined'),
  )
  expect(await page.evaluate('Object.keys(window.cine).toSorted()')).toEqual([
    'keepKaggleToken',
    'keyStore',
    'language',
    'notify',
    'onCommand',
    'onMessage',
    'onOpenFiles',
    'openLake',
    'pathForFile',
    'pickFiles',
    'pickFolder',
    'pickSaveFile',
    'platform',
    'post',
    'recentLakes',
    'savePdf',
    'setLanguage',
    'studioEvents',
    'transport',
    'versions',
  ])
})

test('app:// serves the built page and nothing beside it', async () => {
  const { page } = studio
  const addresses = [
    '/..%2f..%2fpackage.json',
    '/%2e%2e/main/index.js',
    '/assets/..%5c..%5cmain%5cindex.js',
    '/assets/%2e%2e%2f%2e%2e%2fpreload/index.cjs',
    'app://other/index.html',
    'app://studio.evil/index.html',
  ]
  for (const address of addresses) {
    const status = await page.evaluate(
      `fetch(${JSON.stringify(address)}).then(({ status }) => status, () => 'refused')`,
    )
    expect([404, 'refused'], address).toContain(status)
  }
  expect(await page.evaluate("fetch('/', { method: 'POST' }).then(({ status }) => status)")).toBe(404)
})

test('other windows: no webview in them, and their messages are not answered', async () => {
  const { app } = studio
  const preload = join(ROOT, 'out', 'preload', 'index.cjs')
  const seen = await app.evaluate(async ({ BrowserWindow, dialog, webContents }, path) => {
    let dialogs = 0
    dialog.showOpenDialog = async () => {
      dialogs++
      return { canceled: false, filePaths: ['/etc/passwd'] }
    }
    dialog.showSaveDialog = async () => {
      dialogs++
      return { canceled: true, filePath: '' }
    }
    const other = new BrowserWindow({
      show: false,
      webPreferences: { preload: path, webviewTag: true },
    })
    // Our own page, but not our own window.
    await other.loadURL('app://studio/')
    const answers = await other.webContents.executeJavaScript(
      'Promise.all([window.cine.pickFiles(), window.cine.pickFolder(), window.cine.savePdf("x"), window.cine.pickSaveFile("x.csv"), window.cine.keyStore(), window.cine.keepKaggleToken("stolen"), window.cine.studioEvents(), window.cine.openLake()])',
    )
    const node = await other.webContents.executeJavaScript('typeof process')
    await other.webContents.executeJavaScript(
      `document.body.append(Object.assign(document.createElement('webview'), { src: 'data:text/html,inside' }))`,
    )
    await other.webContents.executeJavaScript('new Promise((resolve) => setTimeout(resolve, 300))')
    const kinds = webContents.getAllWebContents().map((each) => each.getType())
    other.destroy()
    return { answers, node, dialogs, webviews: kinds.filter((kind) => kind === 'webview').length }
  }, preload)
  expect(seen).toEqual({
    answers: [[], null, null, null, null, null, [], undefined],
    node: 'undefined',
    dialogs: 0,
    webviews: 0,
  })
})

test('the page stays where it is, whatever it is told to open', async () => {
  const { app, page } = studio
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(request.url ?? '')
    response.end('elsewhere')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const before = page.url()
    for (const address of [elsewhere, 'file:///etc/passwd', 'data:text/html,<title>data</title>'])
      await page.evaluate(`void (location.href = ${JSON.stringify(address)})`)
    await page.evaluate(`void window.open(${JSON.stringify(elsewhere)})`)
    // A round trip through both processes: what was to be opened would have been by now.
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 300))')
    expect(page.url()).toBe(before)
    expect(heard).toEqual([])
  } finally {
    server.close()
  }
})

test('the window itself, on a page that is not ours, is not answered either', async () => {
  const { app, page } = studio
  const seen = await app.evaluate(async ({ BrowserWindow, dialog }) => {
    let dialogs = 0
    dialog.showOpenDialog = async () => {
      dialogs++
      return { canceled: false, filePaths: ['/etc/passwd'] }
    }
    const [window] = BrowserWindow.getAllWindows()
    // The page itself cannot go there: this is what would be, if it could.
    await window?.loadURL('data:text/html,<title>elsewhere</title>')
    const answers = await window?.webContents.executeJavaScript(
      `new Promise((resolve) => {
        const heard = []
        window.cine.onMessage((message) => heard.push(message.type))
        window.cine.post({ type: 'request', id: 'x', method: 'lake.info', params: {} })
        Promise.all([window.cine.pickFiles(), window.cine.pickFolder()]).then((picked) =>
          setTimeout(() => resolve({ picked, heard: heard.filter((type) => type === 'result') }), 500))
      })`,
    )
    return { answers, dialogs }
  })
  expect(seen).toEqual({ answers: { picked: [[], null], heard: [] }, dialogs: 0 })
  expect(page.url()).toMatch(/^data:/)
})

/** True when a script that is written into the page is run. */
const inlineScript = `(() => {
  const script = document.createElement('script')
  script.textContent = 'window.inlineRan = true'
  document.head.append(script)
  const link = document.createElement('a')
  link.setAttribute('onclick', 'window.inlineRan = true')
  link.click()
  return window.inlineRan === true
})()`

/** The name of the error that a script of the page gets for a text that it would run. Later, not at once: what
 * the debugger itself evaluates is above the policy. */
const evaluatedText = `new Promise((resolve) => setTimeout(() => {
  try { resolve(new Function('return "ran"')()) } catch (error) { resolve(error.name) }
}))`

async function landEvilTexts(lake: string, folder: string): Promise<void> {
  const files = join(folder, 'files')
  await mkdir(files)
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const escaped = EVIL.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  await writeFile(
    join(files, 'movies.csv'),
    `id,title,audienceScore,tomatoMeter\nevil,${quoted(`Title ${EVIL}`)},50,60\n`,
  )
  await writeFile(
    join(files, 'reviews.csv'),
    'id,reviewId,creationDate,criticName,isTopCritic,originalScore,reviewState,publicatioName,reviewText,scoreSentiment,reviewUrl\n' +
      `evil,1,2020-01-01,${quoted(`Critic ${EVIL}`)},False,3/5,fresh,Paper,${quoted(`Text ${escaped}`)},POSITIVE,javascript:window.ran=3\n`,
  )
  await runCine(['pipeline', '--from', files, '--lake', lake])
}
