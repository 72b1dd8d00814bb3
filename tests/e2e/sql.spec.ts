import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { browserSkipReason, openWebStudio, type WebStudio } from '../helpers/web.ts'

const reason = browserSkipReason()
test.skip(reason !== null, reason ?? '')

let studio: WebStudio
test.beforeAll(async () => {
  studio = await openWebStudio(['demo', '--headless'])
  await studio.page.evaluate("localStorage.setItem('cine.tour', 'taken')")
  await studio.page.reload()
  await studio.page.getByTestId('nav-sql').click()
  await expect(editor()).toBeVisible()
})
test.afterAll(() => studio?.close())

const editor = () => studio.page.getByRole('textbox', { name: 'Requête SQL' })
const answer = () => studio.page.getByTestId('sql-answer')

async function write(page: Page, sql: string): Promise<void> {
  await editor().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(sql)
}

test('names are completed: keywords, the published tables, their columns', async () => {
  const { page } = studio
  await write(page, '')
  await page.keyboard.type('SEL')
  const options = page.locator('.cm-tooltip-autocomplete')
  await expect(options).toContainText('SELECT')
  await page.keyboard.press('Escape')
  await write(page, 'SELECT films.')
  await page.keyboard.type('box')
  await options.getByRole('option', { name: 'box_office_usd' }).click()
  await expect(editor()).toContainText('films.box_office_usd')
  await write(page, 'SELECT * FROM ')
  await page.keyboard.type('ing')
  await expect(options).toContainText('ingestions')
  await page.keyboard.press('Escape')
})

test('run by Ctrl+Enter: a table, a chart of it, and its rows as CSV', async () => {
  const { page } = studio
  await write(page, 'SELECT year, count(*) AS n FROM films WHERE year > 2000 GROUP BY year ORDER BY year')
  await page.keyboard.press('Control+Enter')
  await expect(answer().getByRole('columnheader')).toHaveText([/year/, /n/])
  const rows = await answer().locator('tbody tr').count()
  expect(rows).toBeGreaterThan(5)
  const [first = ''] = await answer().locator('tbody tr').first().allTextContents()
  expect(first).toContain('2001')

  await answer().getByText('Graphique', { exact: true }).click()
  await expect(answer().getByRole('figure', { name: 'n selon year' })).toBeVisible()
  await expect(answer().locator('.recharts-line-curve')).toBeVisible()
  await answer().getByText('Tableau', { exact: true }).click()

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    answer().getByRole('button', { name: 'Exporter en CSV' }).click(),
  ])
  const csv = await readFile(await file.path(), 'utf8')
  // The mark lets spreadsheets know that it is UTF-8.
  expect(csv.startsWith('\ufeffyear,n\n')).toBe(true)
  const lines = csv.trim().split('\n')
  expect(lines).toHaveLength(rows + 1)
})

test('what only changes tables is refused with its reason, and the last result stays', async () => {
  const { page } = studio
  await write(page, 'DROP TABLE films')
  await page.getByTestId('sql-run').click()
  await expect(page.getByTestId('error-state')).toContainText('SQL_NOT_ALLOWED')
  await expect(answer()).toBeVisible()
})

test('a query that goes on is stopped within a second, and the next one runs', async () => {
  const { page } = studio
  await write(page, 'SELECT sum(hash(a.range * b.range)) AS s FROM range(3000000) a, range(3000000) b')
  await page.getByTestId('sql-run').click()
  const cancel = page.getByTestId('sql-cancel')
  await expect(cancel).toBeVisible()
  const begun = performance.now()
  await cancel.click()
  await expect(page.getByTestId('sql-run')).toBeVisible()
  expect(performance.now() - begun).toBeLessThan(1000)
  await write(page, 'SELECT 1 AS one')
  await page.keyboard.press('Control+Enter')
  await expect(answer().getByRole('columnheader')).toHaveText([/one/])
  await expect(page.getByTestId('error-state')).toBeHidden()
})

test('what was asked is kept, the latest first, over a reload too', async () => {
  const { page } = studio
  await page.reload()
  const past = page.locator('aside button[title]')
  await expect(past.first()).toHaveText('SELECT 1 AS one')
  await past.nth(2).click()
  await expect(editor()).toContainText('DROP TABLE films')
  await page.getByRole('button', { name: 'Vider' }).click()
  await expect(past).toHaveCount(0)
})
