import { expect, type Page, test } from '@playwright/test'
import type { LakeInfo } from '../../src/pipeline/api.ts'
import { electronSkipReason, launchStudio, type Studio } from '../helpers/electron.ts'
import { walkMainPath } from './main-path.ts'

const reason = electronSkipReason()
test.skip(reason !== null, reason ?? '')

let studio: Studio
test.beforeAll(async () => {
  studio = await launchStudio()
})
test.afterAll(async () => {
  await studio?.close()
})

test('the window opens on the lake, with nothing to complain of', async () => {
  const { app, page, complaints } = studio
  await expect(page.getByTestId('nav-home')).toBeVisible()
  const window = await app.browserWindow(page)
  expect(await window.evaluate((each) => each.getTitle())).toBe('lake — Ciné DataLake Studio')
  expect(await window.evaluate((each) => each.getMinimumSize())).toEqual([1100, 700])
  expect(complaints).toEqual([])
})

test('the page is sandboxed: no Node, no other addresses, no permissions, a strict policy', async () => {
  const { app, page } = studio
  expect(page.url()).toMatch(/^app:\/\/studio\//)
  expect(await page.evaluate('[typeof require, typeof process, typeof window.cine]')).toEqual([
    'undefined',
    'undefined',
    'object',
  ])
  const preferences = await (await app.browserWindow(page)).evaluate(
    // The electron types leave this one out.
    (window) =>
      (
        window.webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
      ).getLastWebPreferences(),
  )
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  const policy = await page.evaluate(
    "fetch('/').then((answer) => answer.headers.get('content-security-policy'))",
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'self'(;|$)/)
  const outside = await page.evaluate("fetch('https://example.com/').then(() => 'reached', () => 'refused')")
  expect(outside).toBe('refused')
  const traversal = await page.evaluate("fetch('/..%2f..%2fpackage.json').then((answer) => answer.status)")
  expect(traversal).toBe(404)
  expect(await page.evaluate("window.open('https://example.com/')")).toBeNull()
  expect(await page.evaluate('Notification.requestPermission()')).toBe('denied')
  expect(app.windows()).toHaveLength(1)
})

test('the main job: the demo by its button, a filter, a film, the four reports', async () => {
  const { page, lake, complaints } = studio
  // What the test before provoked is not this one's.
  const before = complaints.length
  await walkMainPath(page, lake, 'electron')
  expect(complaints.slice(before)).toEqual([])
})

test('the settings show the lake, and ask for another one by the window’s own dialog', async () => {
  const { app, page, lake } = studio
  await app.evaluate(({ dialog }) => {
    const asked: unknown[] = []
    Object.assign(globalThis, { asked })
    dialog.showOpenDialog = async (...args: unknown[]) => {
      asked.push(args.at(-1))
      return { canceled: true, filePaths: [] }
    }
  })
  await page.getByTestId('nav-settings').click()
  await expect(page.getByTestId('lake-path')).toHaveText(lake)
  await expect(page.getByTestId('about')).toContainText('Electron')
  await page.getByTestId('open-lake').click()
  const asked = () => app.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked)
  await expect.poll(asked).toEqual([{ properties: ['openDirectory', 'createDirectory'] }])
  expect(app.windows()).toHaveLength(1)
})

test('an engine that is killed: said, started again, the published films still there', async () => {
  const { page } = studio
  const before = await page.getByTestId('filter-count').textContent()
  process.kill((await askLakeInfo(page)).engine.pid, 'SIGKILL')
  const statuses = `window.heard.flatMap((message) => (message.type === 'host' ? [message.status] : []))`
  await expect
    .poll(() => page.evaluate(`${statuses}.join(' ')`), { timeout: 30_000 })
    .toBe('ready died starting ready')
  await expect(page.getByTestId('filter-count')).toHaveText(before ?? '')
})

test('the engine also runs in Electron’s own utility process', async () => {
  const other = await launchStudio({ env: { CINE_ENGINE_HOST: 'utility' } })
  try {
    const { engine } = await askLakeInfo(other.page)
    // Electron's own Node, not the one among the dependencies.
    expect(engine.node).toBe(await other.app.evaluate(() => process.versions.node))
    expect(engine.pid).not.toBe(other.app.process().pid)
  } finally {
    await other.close()
  }
})

/** Asks over the bridge itself; `window.heard` keeps all that is said from then on. */
async function askLakeInfo(page: Page): Promise<LakeInfo> {
  // One evaluation: waiting for an expression would need `eval`, which the page's policy refuses.
  const info = await page.evaluate(`new Promise((resolve, reject) => {
    window.heard = []
    window.cine.onMessage((message) => {
      window.heard.push(message)
      if (message.id !== 'e2e') return
      if (message.type === 'result') resolve(message.result)
      else reject(new Error(JSON.stringify(message)))
    })
    window.cine.post({ type: 'request', id: 'e2e', method: 'lake.info', params: {} })
  })`)
  return info as LakeInfo
}
