import { expect, type Page } from '@playwright/test'
import { visit } from './shoot.ts'

/** Of which the demo knows less than the whole world paid. */
const FILM = 'avatar'
const WORLDWIDE = '2923706026'
const PATIENCE = { timeout: 30_000 }

/** A review in the form, not yet saved. */
export async function writeReview(page: Page, text: string): Promise<void> {
  await visit(page, 'contributions')
  await page.getByTestId('film-search').fill(FILM)
  await page
    .getByRole('option', { name: /Avatar/ })
    .first()
    .click()
  await page.getByTestId('review-score').fill('4/5')
  await page.getByTestId('review-text').fill(text)
  await expect(page.getByTestId('review-form')).toContainText(/80/, PATIENCE)
}

export async function saveReview(page: Page): Promise<void> {
  await page.getByTestId('contribute-author').fill('Camille')
  await page.getByTestId('review-save').click()
  await expect(page.getByTestId('contribution')).toHaveCount(1, PATIENCE)
}

/** Of the film that the form has. */
export async function correctBoxOffice(page: Page): Promise<void> {
  await page.getByTestId('contribute-kind').locator('label').nth(1).click()
  await page.getByTestId('edit-box-office').fill(WORLDWIDE)
  await page.getByTestId('film-save').click()
  await expect(page.getByTestId('contribution')).toHaveCount(2, PATIENCE)
}
