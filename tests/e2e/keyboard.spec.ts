import { expect, type Locator, type Page, test } from '@playwright/test'
import { electronSkipReason, launchStudio, type Studio } from '../helpers/electron.ts'
import { runCine } from '../helpers/web.ts'

const reason = electronSkipReason()
test.skip(reason !== null, reason ?? '')

let studio: Studio
test.beforeAll(async () => {
  studio = await launchStudio()
})
test.afterAll(async () => {
  await studio?.close()
})

/** More stops than any page of the demo has. */
const MOST_STOPS = 150

/** Tab, as a person without a mouse presses it, until the thing has the focus. */
async function tabTo(page: Page, testId: string): Promise<void> {
  const wanted = page.getByTestId(testId)
  await expect(wanted).toBeVisible()
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    if (await hasFocus(wanted)) return
  }
  throw new Error(`${testId} is not reached by ${MOST_STOPS} stops.`)
}

/** It, or something in it. */
async function hasFocus(wanted: Locator): Promise<boolean> {
  const focused = wanted.page().locator(':focus')
  return (await wanted.and(focused).or(wanted.locator(focused)).count()) > 0
}

const count = (page: Page) => page.getByTestId('filter-count')

test('the main path by keyboard alone: run, filter, read, add a review, undo', async () => {
  const { page, lake, complaints } = studio
  // A run.
  await tabTo(page, 'run-demo')
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText(/^3.201 films$/)

  // A filter, and no film of another genre is left.
  await tabTo(page, 'filter-genres')
  await page.keyboard.press('Enter')
  await page.keyboard.type('western')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(count(page)).toHaveText(/ sur /)
  await expect(page.getByTestId('filter-genres')).toBeFocused()

  // A report, its chart from mark to mark, and the film that is at one of them.
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await expect(page.getByTestId('report-headline')).toContainText(/\d/)
  await expect(page.getByTestId('report-view-correlation')).toHaveAttribute('aria-busy', 'false')
  const chart = page.getByRole('application').first()
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    if (await hasFocus(chart)) break
  }
  await expect(chart).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('film-panel')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('film-panel')).toBeHidden()

  // A review.
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await tabTo(page, 'film-search')
  await page.keyboard.type('butch cassidy')
  await expect(page.getByRole('option').first()).toContainText('Butch Cassidy')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, 'review-score')
  await page.keyboard.type('4/5')
  await tabTo(page, 'review-text')
  await page.keyboard.type('Vu sans souris.')
  await tabTo(page, 'review-save')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('contribution')).toHaveCount(1)
  expect(await contributions(lake)).toMatchObject([{ active: true, after: { score_ratio: 0.8 } }])

  // And back.
  await tabTo(page, 'undo')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('contribution')).toHaveAttribute('data-undone', 'true')
  expect(await contributions(lake)).toMatchObject([{ active: false }])
  expect(complaints).toEqual([])
})

async function contributions(lake: string) {
  return JSON.parse(await runCine(['contribute', 'list', '--json', '--lake', lake])).contributions
}
