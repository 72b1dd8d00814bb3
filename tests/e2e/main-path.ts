import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { execa } from 'execa'
import { ROOT } from '../helpers/electron.ts'

const SCREENSHOTS = join(ROOT, 'artefacts', 'screenshots')
const STEPS = ['receive', 'verify', 'transform', 'publish'] as const
export const REPORTS = ['correlation', 'timeline', 'genres', 'talents'] as const

/** The main job as a person does it: the demo by its button, a filter, a film, the four reports. */
export async function walkMainPath(page: Page, lake: string, name: string): Promise<void> {
  await runDemo(page)
  await shoot(page, `${name}-home`)
  expect(await filteredCount(page)).toBe(await totalOf(lake, []))

  await page.getByTestId('nav-explorer').click()
  await expect(rows(page).first()).toBeVisible()
  await filterByGenre(page, 'Drama')
  const drama = await totalOf(lake, ['--genre', 'Drama'])
  await expect.poll(() => filteredCount(page)).toBe(drama)
  await shoot(page, `${name}-explorer`)

  await rows(page).first().click()
  const panel = page.getByTestId('film-panel')
  await expect(panel).toBeVisible()
  await expect(panel).toContainText(/[a-z]/i)
  await shoot(page, `${name}-film`)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await page.getByTestId('nav-reports').click()
  for (const report of REPORTS) await readReport(page, report, name)
}

/** Presses the demo's button on an empty lake and waits for the films. */
export async function runDemo(page: Page): Promise<void> {
  await page.getByTestId('tour-skip').click()
  await page.getByTestId('run-demo').click()
  for (const step of STEPS) await expect(page.getByTestId(`step-${step}`)).toBeVisible()
  await expect.poll(() => filteredCount(page), { timeout: 90_000 }).toBeGreaterThan(0)
}

export async function openReport(page: Page, report: (typeof REPORTS)[number]): Promise<void> {
  await page.getByTestId(`reports-${report}`).click()
  await expect(page.getByTestId('report-headline').first()).toContainText(/\d/)
}

async function readReport(page: Page, report: (typeof REPORTS)[number], name: string): Promise<void> {
  await openReport(page, report)
  await shoot(page, `${name}-report-${report}`)
}

async function filterByGenre(page: Page, genre: string): Promise<void> {
  const field = page
    .getByRole('textbox', { name: /genres/i })
    .or(page.getByRole('combobox', { name: /genres/i }))
  await field.first().click()
  await page
    .getByRole('option', { name: new RegExp(`^${genre}`) })
    .first()
    .click()
  await page.keyboard.press('Escape')
}

function rows(page: Page) {
  // The first row is the header.
  return page
    .getByTestId('films-table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
}

/** The first number of « 2 345 films sur 3 201 », whatever the spaces of the language. */
async function filteredCount(page: Page): Promise<number> {
  const text = (await page.getByTestId('filter-count').textContent()) ?? ''
  const [first] = text.match(/\d[\d\s.,\u00a0\u202f]*/) ?? ['0']
  return Number(first.replace(/\D/g, ''))
}

/** What the command line counts for the same question: the window must say the same. */
async function totalOf(lake: string, filters: string[]): Promise<number> {
  const cine = [join(ROOT, 'bin', 'cine.mjs'), 'films', '--limit', '0', '--json', '--lake', lake, ...filters]
  const { stdout } = await execa(process.execPath, cine)
  return JSON.parse(stdout).total
}

async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' })
}
