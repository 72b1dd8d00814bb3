import { expect, test } from '@playwright/test'
import { browserSkipReason, openWebStudio, type WebStudio } from '../helpers/web.ts'
import { walkMainPath } from './main-path.ts'

const reason = browserSkipReason()
test.skip(reason !== null, reason ?? '')

let studio: WebStudio
test.beforeAll(async () => {
  studio = await openWebStudio()
})
test.afterAll(async () => {
  await studio?.close()
})

test('the link opens the studio, and the token leaves the address', async () => {
  const { page, complaints } = studio
  await expect(page.getByTestId('nav-home')).toBeVisible()
  expect(new URL(page.url()).search).not.toContain('token')
  expect(complaints).toEqual([])
})

test('the link is good once: another browser gets a page that says how to get a new one', async () => {
  const { browser, url } = studio
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  const answer = await page.goto(url)
  expect(answer?.status()).toBe(401)
  await expect(page.locator('body')).toContainText('cine dashboard --web')
  await stranger.close()
})

test('the main job: the demo by its button, a filter, a film, the four reports', async () => {
  const { page, lake, complaints } = studio
  await walkMainPath(page, lake, 'browser')
  expect(complaints).toEqual([])
})
