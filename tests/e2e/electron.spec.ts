import { expect, test } from '@playwright/test'
import { electronSkipReason, launchStudio, type Studio } from '../helpers/electron.ts'

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
