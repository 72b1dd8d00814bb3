import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openReport, REPORTS, runDemo } from '../../tests/e2e/main-path.ts'
import { electronSkipReason, launchStudio, ROOT } from '../../tests/helpers/electron.ts'
import { browserSkipReason, openWebStudio } from '../../tests/helpers/web.ts'
import { setLanguage, setTheme } from './appearance.ts'

const SIZE = { width: 1280, height: 820 }
const FOLDER = join(ROOT, 'artefacts', 'screenshots')
/** Shown by the documents, so kept in the repository: few. */
const IN_DOCS = [
  'explorer-fr-dark',
  'report-correlation-fr-light',
  'report-genres-fr-light',
  'report-talents-en-dark',
]

const studio = await open()
try {
  await mkdir(FOLDER, { recursive: true })
  await runDemo(studio.page)
  for (const language of ['fr', 'en'] as const) {
    await setLanguage(studio.page, language)
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(studio.page, theme)
      await shootPages(studio.page, `${language}-${theme}`)
    }
  }
  const images = join(ROOT, 'docs', 'images')
  await mkdir(images, { recursive: true })
  for (const name of IN_DOCS) await copyFile(join(FOLDER, `${name}.png`), join(images, `${name}.png`))
} finally {
  await studio.close()
}

async function open() {
  const noElectron = electronSkipReason()
  if (noElectron === null) {
    const studio = await launchStudio()
    const window = await studio.app.browserWindow(studio.page)
    await window.evaluate((each, { width, height }) => each.setContentSize(width, height), SIZE)
    return studio
  }
  const noBrowser = browserSkipReason()
  if (noBrowser !== null) throw new Error(`Nothing to take screenshots in: ${noElectron}; ${noBrowser}`)
  return openWebStudio()
}

async function shootPages(page: Page, variant: string): Promise<void> {
  for (const link of await page.locator('[data-testid^="nav-"]').all()) {
    const name = (await link.getAttribute('data-testid'))?.replace('nav-', '') ?? ''
    await link.click()
    if (name !== 'reports') await shoot(page, `${name}-${variant}`)
  }
  await page.getByTestId('nav-reports').click()
  for (const report of REPORTS) {
    await openReport(page, report)
    await shoot(page, `report-${report}-${variant}`)
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  // The pointer shows a tooltip on whatever it lies.
  await page.mouse.move(0, 0)
  // Charts are drawn once their size is known, and components fade in.
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
  console.log(`${name}.png`)
}
