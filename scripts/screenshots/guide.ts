import type { Page } from '@playwright/test'
import { correctBoxOffice, saveReview, writeReview } from './contribute.ts'
import { shoot, visit } from './shoot.ts'

/** What the guides show: the live demonstration of the runbook step by step. */
export async function shootGuide(page: Page, variant: string): Promise<void> {
  await visit(page, 'home')
  await hideFolder(page)
  await shoot(page, `guide-home-${variant}`)
  await visit(page, 'reports/timeline')
  await shoot(page, `guide-timeline-before-${variant}`)

  const french = variant === 'fr'
  await writeReview(
    page,
    french ? 'Revu en salle : la 3D tient toujours.' : 'Seen again in a cinema: the 3D still holds.',
  )
  await shoot(page, `guide-review-${variant}`)
  await saveReview(page)
  await correctBoxOffice(page)
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
