import type { Page } from '@playwright/test'

/** Uses the switch of the top bar until the page says that it speaks the language. */
export async function setLanguage(page: Page, language: 'fr' | 'en'): Promise<void> {
  await pressUntil(page, 'language-switch', 'document.documentElement.lang', language)
}

export async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  const current = 'document.documentElement.dataset.mantineColorScheme'
  await pressUntil(page, 'theme-switch', current, theme)
}

async function pressUntil(page: Page, testId: string, current: string, wanted: string): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    if ((await page.evaluate(current)) === wanted) return
    await page.getByTestId(testId).click()
    await page.waitForTimeout(200)
  }
  if ((await page.evaluate(current)) !== wanted) throw new Error(`${testId} does not lead to ${wanted}.`)
}
