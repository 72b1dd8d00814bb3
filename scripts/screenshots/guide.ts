import { expect, type Page } from '@playwright/test'
import { shoot, visit } from './shoot.ts'

/** Of which the demo knows less than the whole world paid. */
const FILM = 'avatar'
const WORLDWIDE = '2923706026'

/** What the guides show: the live demonstration of the runbook step by step. */
export async function shootGuide(page: Page, variant: string): Promise<void> {
  await visit(page, 'home')
  await hideFolder(page)
  await shoot(page, `guide-home-${variant}`)
  await visit(page, 'reports/timeline')
  await shoot(page, `guide-timeline-before-${variant}`)

  await visit(page, 'contributions')
  await page.getByTestId('film-search').fill(FILM)
  await page
    .getByRole('option', { name: /Avatar/ })
    .first()
    .click()
  await page.getByTestId('review-score').fill('4/5')
  await page
    .getByTestId('review-text')
    .fill(
      variant === 'fr'
        ? 'Revu en salle : la 3D tient toujours.'
        : 'Seen again in a cinema: the 3D still holds.',
    )
  await expect(page.getByTestId('review-form')).toContainText(/80/)
  await shoot(page, `guide-review-${variant}`)
  await page.getByTestId('contribute-author').fill('Camille')
  await page.getByTestId('review-save').click()
  await expect(page.getByTestId('contribution')).toHaveCount(1)

  await page.getByTestId('contribute-kind').locator('label').nth(1).click()
  await page.getByTestId('edit-box-office').fill(WORLDWIDE)
  await page.getByTestId('film-save').click()
  await expect(page.getByTestId('contribution')).toHaveCount(2)
  await shoot(page, `guide-edit-${variant}`)

  await visit(page, 'reports/timeline')
  await shoot(page, `guide-timeline-after-${variant}`)
}

/** The lake of a script is in a folder that says nothing to a reader. */
async function hideFolder(page: Page): Promise<void> {
  await page.evaluate(`{
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode())
      texts.currentNode.data = texts.currentNode.data.replace(/\\/\\S*\\/lake\\b/, '/cinema/lake')
  }`)
}
