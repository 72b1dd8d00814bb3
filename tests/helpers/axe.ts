import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds serious within a part of the page, once it stands as it will be seen. */
export async function seriousViolations(page: Page, within: string) {
  // A dialog that still fades in is paler than it will be; what turns until something ends is not waited for.
  await page.evaluate(
    'Promise.all(document.getAnimations().filter((each) => each.effect.getComputedTiming().endTime < Infinity).map((each) => each.finished.catch(() => {})))',
  )
  const { violations } = await new AxeBuilder({ page }).include(within).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
}
