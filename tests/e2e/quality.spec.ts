import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { setLanguage, setTheme } from '../../scripts/screenshots/appearance.ts'
import { seriousViolations } from '../helpers/axe.ts'
import { browserSkipReason, openWebStudio, runCine, type WebStudio } from '../helpers/web.ts'

const reason = browserSkipReason()
test.skip(reason !== null, reason ?? '')

const HEADER =
  'id,reviewId,creationDate,criticName,isTopCritic,originalScore,reviewState,publicatioName,reviewText,scoreSentiment,reviewUrl'

/** 60 rows that lack columns, 30 whose key is missing; and enough that can be read for the file to be taken. */
const BROKEN = [
  HEADER,
  ...Array.from(
    { length: 400 },
    (_, row) => `slam,77${row},1999-01-01,Ann,False,3/5,fresh,Globe,Good ${row},POSITIVE,`,
  ),
  ...Array.from({ length: 60 }, (_, row) => `too,few ${row}`),
  ...Array.from(
    { length: 30 },
    (_, row) => `,78${row},1999-01-01,Bob,False,,rotten,Globe,"Bad, ${row}",NEGATIVE,`,
  ),
].join('\n')

let studio: WebStudio
test.beforeAll(async () => {
  studio = await openWebStudio(async (lake, folder) => {
    const broken = join(folder, 'broken reviews.csv')
    await writeFile(broken, `${BROKEN}\n`)
    await runCine(['demo', '--headless', '--lake', lake])
    await runCine(['ingest', broken, '--lake', lake])
    await runCine(['etl', '--lake', lake])
  })
  await setLanguage(studio.page, 'en')
  await setTheme(studio.page, 'light')
})
test.afterAll(async () => {
  await studio?.close()
})
test.afterEach(() => {
  expect(studio.complaints.splice(0)).toEqual([])
})

const SECTIONS = ['overview', 'completeness', 'matching', 'rejects'] as const

async function open(page: Page, section: (typeof SECTIONS)[number]): Promise<void> {
  await page.getByTestId('nav-quality').click()
  await page.getByTestId(`quality-${section}`).click()
  await expect(page.getByTestId('quality-report')).toHaveAttribute('aria-busy', 'false')
}

test('the page says what the command says', async () => {
  const { page, lake } = studio
  const report = JSON.parse(await runCine(['quality', '--json', '--limit', '0', '--lake', lake]))
  const sum = (key: string) =>
    report.balance.reduce((all: number, line: Record<string, number>) => all + (line[key] ?? 0), 0)
  const written = (n: number) => n.toLocaleString('en')

  await open(page, 'overview')
  await expect(page.getByTestId('quality-verdict')).toContainText(
    `Each of the ${written(sum('rows_in'))} rows read has a known place.`,
  )
  const total = page.getByTestId('balance-table').locator('tfoot')
  for (const key of ['rows_in', 'rows_out', 'merged', 'rejected'])
    await expect(total).toContainText(written(sum(key)))
  await expect(page.getByTestId('flow-figure')).toHaveAccessibleName(
    new RegExp(`${written(sum('rejected'))} rejected`),
  )
  const warnings = report.checks.filter((check: { level: string }) => check.level === 'warning').length
  await expect(page.getByTestId('check-warning')).toHaveCount(warnings)

  await open(page, 'completeness')
  const films = report.completeness.find((each: { table: string }) => each.table === 'films')
  const rows = page.getByTestId('completeness-table').locator('tbody tr')
  await expect(rows).toHaveCount(films.columns.length)
  const column = films.columns.find((each: { nulls: number }) => each.nulls > 0)
  await expect(rows.filter({ hasText: column.column }).first()).toContainText(written(column.nulls))

  await open(page, 'matching')
  for (const { films: n } of report.matching.methods)
    await expect(page.getByTestId('matching-table')).toContainText(written(n))
})

test('rejects are read by page and by reason, with their line and their text', async () => {
  const { page } = studio
  await open(page, 'rejects')
  const rows = page.getByTestId('rejects-table').locator('tbody tr')
  await expect(page.getByTestId('reject-count')).toHaveText('90 rows')
  await expect(rows).toHaveCount(50)
  await expect(rows.first()).toContainText('broken reviews.csv')
  await expect(rows.first()).toContainText('2 columns, the header has 11')
  await page.getByRole('button', { name: 'Page 2' }).click()
  await expect(rows).toHaveCount(40)

  await page.getByTestId('reject-reason').click()
  await page.getByRole('option', { name: 'Key missing (30)' }).click()
  await expect(page.getByTestId('reject-count')).toHaveText('30 rows')
  await rows.first().locator('summary').click()
  await expect(rows.first().locator('pre')).toContainText('"Bad, 0"')
})

test('an earlier run can be looked at', async () => {
  const { page } = studio
  await open(page, 'rejects')
  await page.getByTestId('quality-run').click()
  await page.getByRole('option').nth(1).click()
  await expect(page.getByText('No row rejected')).toBeVisible()
  await page.getByTestId('quality-run').click()
  await page.getByRole('option').first().click()
  await expect(page.getByTestId('rejects-table')).toBeVisible()
})

test('two runs are compared as by the command, and an earlier one is published again', async () => {
  const { page, lake } = studio
  const diff = JSON.parse(await runCine(['runs', 'diff', 'previous', 'current', '--json', '--lake', lake]))
  const written = (n: number) => n.toLocaleString('en')
  await page.getByTestId('nav-home').click()
  await page.getByTestId('history-runs').click()
  const chosen = page.getByTestId('runs-table').getByRole('checkbox')
  await expect(chosen).toHaveCount(2)
  for (const index of [0, 1]) await chosen.nth(index).check()
  await page.getByTestId('compare-runs').click()
  const reviews = page.getByTestId('diff-counts').locator('tbody tr').nth(1)
  const { rows_a, rows_b, added } = diff.tables[1]
  for (const n of [rows_a, rows_b, added]) await expect(reviews).toContainText(written(n))
  await noSeriousProblem(page, 'comparison', '[role=dialog]')
  await page.keyboard.press('Escape')

  await page.getByTestId('run-published').getByRole('button', { name: diff.a, exact: true }).click()
  await expect(page.getByTestId('run-details')).toContainText('rt_movies.csv')
  await noSeriousProblem(page, 'details', '[role=dialog]')
  await page.getByRole('button', { name: 'Publish again…' }).click()
  await page.getByTestId('publish-confirm').click()
  await expect(page.getByTestId('run-current')).toContainText(diff.a)
  expect(JSON.parse(await runCine(['runs', 'show', 'current', '--json', '--lake', lake])).run_id).toBe(diff.a)
  await noSeriousProblem(page, 'runs', '#content')
})

test('a file of no known layout is told its columns, remembered, and can be loaded', async () => {
  const { page, lake } = studio
  const path = join(lake, '..', 'mystery.csv')
  const films = Array.from({ length: 30 }, (_, n) => `Film ${n},${1970 + n},tt${1000000 + n},${n % 11},x`)
  await writeFile(path, ['Film name,Made in,Where,Stars,Junk', ...films].join('\n'))
  await page.getByTestId('nav-home').click()
  await page.getByTestId('file-path').fill(path)
  await page.keyboard.press('Enter')
  await page.getByTestId('map-columns').click()
  await expect(page.getByTestId('mapping')).toBeVisible()
  const meaning = page.getByLabel('What the column Stars holds')
  await meaning.selectOption('imdb_rating')
  await expect(meaning).toHaveValue('imdb_rating')
  await expect(page.getByTestId('mapping')).toHaveAttribute('aria-busy', 'false')
  await noSeriousProblem(page, 'mapping', '[role=dialog]')
  await page.getByLabel('Id', { exact: true }).fill('my_films')
  await page.getByTestId('mapping-save').click()
  await expect(page.getByTestId('chosen-file')).toContainText('my_films')
  const { tables } = JSON.parse(await runCine(['map', path, '--json', '--lake', lake]))
  expect(tables[0].known).toBe('my_films')
})

test('what is set in the window is what the command finds', async () => {
  const { page, lake } = studio
  const found = async () => JSON.parse(await runCine(['settings', '--json', '--lake', lake])).settings
  await page.getByTestId('nav-settings').click()
  await expect(page.getByTestId('lake-path')).toHaveText(lake)
  await page.getByTestId('setting-threads').fill('1')
  await page.getByTestId('save-duck').click()
  await expect.poll(async () => (await found()).threads).toMatchObject({ value: 1, from: 'saved' })
  await page.getByTestId('setting-hdfs_raw').fill('no folder')
  await expect(page.getByTestId('save-cluster')).toBeDisabled()
  await page.getByTestId('setting-hdfs_raw').fill('/lake/raw')
  await page.getByTestId('save-cluster').click()
  await expect.poll(async () => (await found()).hdfs_raw.value).toBe('/lake/raw')
  for (const theme of ['Dark', 'Light']) {
    await page.getByTestId('setting-theme').getByText(theme, { exact: true }).click()
    await noSeriousProblem(page, `settings ${theme}`, '#content')
  }
  await runCine(['settings', 'threads=', 'hdfs_raw=', '--lake', lake])
})

for (const theme of ['light', 'dark'] as const)
  test(`nothing serious for axe (${theme})`, async () => {
    const { page } = studio
    await setTheme(page, theme)
    for (const section of SECTIONS) {
      await open(page, section)
      if (section === 'overview') await page.getByTestId('checks-all').click()
      await noSeriousProblem(page, section, '#content')
    }
  })

async function noSeriousProblem(page: Page, where: string, within: string): Promise<void> {
  const serious = await seriousViolations(page, within)
  expect(serious.map(({ id, nodes }) => [where, id, nodes[0]?.html])).toEqual([])
}
