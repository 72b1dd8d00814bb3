import { readFile } from 'node:fs/promises'
import { type Download, expect, type Page, test } from '@playwright/test'
import Papa from 'papaparse'
import { setLanguage, setTheme } from '../../scripts/screenshots/appearance.ts'
import { seriousViolations } from '../helpers/axe.ts'
import { browserSkipReason, openWebStudio, runCine, type WebStudio } from '../helpers/web.ts'
import { openReport, REPORTS } from './main-path.ts'

const reason = browserSkipReason()
test.skip(reason !== null, reason ?? '')

let studio: WebStudio
test.beforeAll(async () => {
  studio = await openWebStudio(['demo', '--headless'])
  await setLanguage(studio.page, 'en')
  await setTheme(studio.page, 'light')
})
test.afterAll(async () => {
  await studio?.close()
})
test.afterEach(() => {
  expect(studio.complaints.splice(0)).toEqual([])
})

type Report = (typeof REPORTS)[number]
const chart = (page: Page) => page.getByRole('application').first()
const headline = (page: Page) => page.getByTestId('report-headline')

/** What the command line says to the same question: the window must say the same. */
async function asked(args: string[]) {
  return JSON.parse(await runCine(['report', ...args, '--json', '--lake', studio.lake]))
}

/** Opens a report by its address, and waits until it shows what was asked for. */
async function visit(report: Report, query = ''): Promise<void> {
  const { page } = studio
  await page.evaluate(`location.hash = ${JSON.stringify(`#/reports/${report}${query}`)}`)
  await expect(page.getByTestId(`report-view-${report}`)).toHaveAttribute('aria-busy', 'false')
}

test('each report says what the command says', async () => {
  const { page } = studio
  await page.getByTestId('nav-reports').click()

  await openReport(page, 'correlation')
  const correlation = await asked(['correlation'])
  const decimal = (value: number, digits: number) => value.toFixed(digits)
  await expect(headline(page)).toContainText(`r\u00a0=\u00a0${decimal(correlation.pearson_r, 2)}`)
  await expect(page.getByTestId('fact-r')).toHaveText(decimal(correlation.pearson_r, 3))
  await expect(page.getByTestId('fact-r2')).toHaveText(decimal(correlation.r2, 3))
  await expect(page.getByTestId('fact-slope')).toContainText(decimal(correlation.slope, 2))
  await expect(page.getByTestId('fact-n')).toHaveText(correlation.n.toLocaleString('en'))
  await page.getByTestId('outliers').getByRole('button').first().click()
  await expect(page.getByTestId('outliers').getByRole('link')).toHaveCount(correlation.outliers.length)
  await expect(page.getByTestId('report-source')).toContainText(`${correlation.left_out} left out`)
  await expect(page.getByTestId('report-source')).toContainText(correlation.run_id)

  await openReport(page, 'timeline')
  const timeline = await asked(['timeline'])
  type Bucket = { year: number; films_with_box_office: number; box_office_usd: number | null }
  const richest: Bucket = timeline.buckets.reduce((best: Bucket, each: Bucket) =>
    (each.box_office_usd ?? 0) > (best.box_office_usd ?? 0) ? each : best,
  )
  await expect(headline(page)).toContainText(`${richest.year} is the most lucrative year`)
  await expect(headline(page)).toContainText(`${richest.films_with_box_office} films`)
  await expect(page.getByTestId('report-source')).toContainText(
    `${timeline.without_box_office} without known box`,
  )

  await openReport(page, 'genres')
  const { genres } = await asked(['genres'])
  await showTable(page)
  const rows = page.getByTestId('report-table').locator('tbody tr')
  await expect(rows).toHaveCount(genres.length)
  await expect(rows.first()).toContainText(`${genres[0].genre}${genres[0].n}`)

  await openReport(page, 'talents')
  const { talents } = await asked(['talents', '--role', 'director'])
  await expect(headline(page)).toContainText(talents[0].name)
  const money = talents[0].box_office_usd.toLocaleString('en', {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: 0,
  })
  await expect(page.getByTestId('report-table').locator('tbody tr').first()).toContainText(money)
})

test('a brush over the films sets the IMDb filter, on the reports and in the address', async () => {
  const { page } = studio
  await visit('correlation', '?genre=Drama')
  const box = await boxOf(page)
  await drag(page, box.x + box.width * 0.4, box.x + box.width * 0.7, box.y + box.height / 2)
  await expect.poll(() => page.url()).toMatch(/genre=Drama&min_imdb=[\d.]+&max_imdb=[\d.]+/)
  const [, low, high] = page.url().match(/min_imdb=([\d.]+)&max_imdb=([\d.]+)/) ?? []
  const same = await asked([
    'correlation',
    '--genre',
    'Drama',
    '--min-imdb',
    low ?? '',
    '--max-imdb',
    high ?? '',
  ])
  await expect(page.getByTestId('fact-n')).toHaveText(String(same.n))
  await expect(page.getByTestId('fact-r')).toHaveText(same.pearson_r.toFixed(3))
})

test('a brush over the years, a click on a decade and a click on a genre are filters', async () => {
  const { page } = studio
  await visit('timeline')
  const years = await boxOf(page)
  await drag(page, years.x + years.width * 0.7, years.x + years.width * 0.9, years.y + 60)
  await expect.poll(() => page.url()).toMatch(/from_year=\d{4}&to_year=\d{4}/)

  await visit('timeline')
  await page.getByTestId('timeline-by').getByText('By decade').click()
  await expect(headline(page)).toContainText('decade')
  const decades = await boxOf(page)
  await page.mouse.click(decades.x + decades.width * 0.88, decades.y + 80)
  await expect.poll(() => page.url()).toMatch(/from_year=(\d{3})0&to_year=\1[9]/)
  await page.getByTestId('timeline-by').getByText('By year').click()

  await visit('genres')
  const { genres } = await asked(['genres'])
  const box = await boxOf(page)
  await page.mouse.click(box.x + box.width * 0.3, box.y + 42)
  await expect.poll(() => decodeURIComponent(page.url())).toContain(`genre=${genres[0].genre}`)
})

test('by keyboard: from film to film, told aloud, opened with Enter', async () => {
  const { page } = studio
  await visit('correlation', '?genre=Western')
  await chart(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await expect(chart(page).locator('output')).toContainText(/\(\d{4}\).*IMDb.*Critics/)
  await expect(page.getByTestId('chart-tooltip')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toMatch(/#\/explorer\?film=/)
})

test('a talent opens to its years and films', async () => {
  const { page } = studio
  await visit('talents')
  const { talents } = await asked(['talents', '--role', 'director'])
  await chart(page).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const panel = page.getByTestId('talent-panel')
  await expect(panel).toContainText(talents[0].name)
  await expect(panel.locator('tbody tr')).toHaveCount(talents[0].films)
  await panel.getByRole('button').first().click()
  await expect(panel).toBeHidden()
})

test('nobody with so many films, no film at all: what to do next', async () => {
  const { page } = studio
  await visit('talents')
  await page.getByTestId('talents-min-films').fill('999')
  await expect(headline(page)).toContainText('0 names')
  await page.getByRole('button', { name: 'Accept from one film on' }).click()
  await expect(headline(page)).not.toContainText('0 names')

  await visit('genres', '?from_year=2150&to_year=2160')
  await expect(page.getByText('No film passes these filters')).toBeVisible()
  await page.getByRole('button', { name: 'Remove all filters' }).click()
  await expect(headline(page)).toBeVisible()
})

test('drawings are whole: no style sheet needed, title and source inside', async () => {
  const { page } = studio
  for (const report of REPORTS) {
    await visit(report, '?genre=Drama&from_year=1990&to_year=2005')
    const title = await headline(page).textContent()
    const svg = await exported(page, 'export-svg')
    expect(svg.name).toMatch(new RegExp(`^${report}_\\d{8}T\\d{6}Z-\\w+_1990-2005_drama\\.svg$`))
    const text = svg.content.toString('utf8')
    expect(text).toContain('@font-face{')
    expect(text).not.toMatch(/var\(|class=|NaN|undefined|https?:\/\/(?!www\.w3\.org)/)
    expect(text).toContain('fill="#ffffff"')
    expect(text).toContain(`<title>${title}</title>`)
    expect(text.replace(/<[^>]+>/g, ' ')).toContain('filters: 1990')

    const png = await exported(page, 'export-png')
    expect(png.content.subarray(1, 4).toString()).toBe('PNG')
    expect(png.content.readUInt32BE(16)).toBeGreaterThan(1500)
  }
})

test('the CSV holds the numbers of the command, to the last digit', async () => {
  const { page } = studio
  await visit('talents')
  const csv = await exported(page, 'export-csv-talents')
  expect(csv.name).toMatch(/^talents_.*_all\.csv$/)
  const { data } = Papa.parse<Record<string, string>>(csv.content.toString('utf8').slice(1), {
    header: true,
    skipEmptyLines: true,
  })
  const { talents } = await asked(['talents', '--role', 'director'])
  expect(data).toHaveLength(talents.length)
  for (const [index, row] of data.entries()) {
    const { name, films, box_office_usd, revenue_per_minute } = talents[index]
    expect(row.name).toBe(name)
    expect([Number(row.films), Number(row.box_office_usd), Number(row.revenue_per_minute)]).toEqual([
      films,
      box_office_usd,
      revenue_per_minute,
    ])
  }
})

for (const theme of ['light', 'dark'] as const)
  test(`nothing serious for axe in the ${theme} theme`, async () => {
    const { page } = studio
    await setTheme(page, theme)
    for (const report of REPORTS) {
      await visit(report)
      await showTable(page)
      const serious = await seriousViolations(page, '#content')
      expect(serious.map(({ id, nodes }) => [report, id, nodes[0]?.html])).toEqual([])
    }
  })

test('nothing serious for axe on the studies', async () => {
  const { page } = studio
  await page.getByTestId('reports-studies').click()
  await expect(page.getByTestId('study-directors').getByRole('heading')).toBeVisible()
  expect(await seriousViolations(page, '#content')).toEqual([])
})

test('the studies are written by the same figures', async () => {
  const { page } = studio
  await page.getByTestId('reports-studies').click()
  const correlation = await asked(['correlation'])
  const agreement = page.getByTestId('study-agreement')
  await expect(agreement.getByRole('heading')).toContainText(correlation.pearson_r.toFixed(2))
  const { buckets } = await asked(['timeline', '--by', 'decade'])
  type Decade = { year: number; films_with_box_office: number; box_office_usd: number }
  const known = buckets.filter((each: Decade) => each.films_with_box_office >= 10)
  const mean = ({ box_office_usd, films_with_box_office }: Decade) => box_office_usd / films_with_box_office
  const drift = page.getByTestId('study-drift')
  await expect(drift.getByRole('heading')).toContainText((mean(known.at(-1)) / mean(known[0])).toFixed(1))
  const { talents } = await asked(['talents', '--role', 'director', '--min-films', '3', '--top', '300'])
  type Director = { name: string; revenue_per_minute: number | null }
  const best = talents.reduce((one: Director, other: Director) =>
    (other.revenue_per_minute ?? 0) > (one.revenue_per_minute ?? 0) ? other : one,
  )
  await expect(page.getByTestId('study-directors').getByRole('heading')).toContainText(best.name)
})

test('paper shows the report in light colours, without the window around it', async () => {
  const { page } = studio
  await visit('correlation')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByTestId('nav-reports')).toBeHidden()
  await expect(page.getByTestId('report-export')).toBeHidden()
  await expect(headline(page)).toBeVisible()
  await expect(page.getByTestId('report-table')).toBeVisible()
  await expect(headline(page)).toHaveCSS('color', 'rgb(28, 32, 41)')
  await page.emulateMedia({ media: null })
})

async function showTable(page: Page): Promise<void> {
  const toggle = page.getByTestId('report-table-toggle')
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click()
}

async function boxOf(page: Page) {
  const box = await chart(page).boundingBox()
  if (!box) throw new Error('The chart is not on screen.')
  return box
}

async function drag(page: Page, from: number, to: number, y: number): Promise<void> {
  await page.mouse.move(from, y)
  await page.mouse.down()
  await page.mouse.move((from + to) / 2, y, { steps: 4 })
  await page.mouse.move(to, y, { steps: 4 })
  await page.mouse.up()
}

async function exported(page: Page, item: string): Promise<{ name: string; content: Buffer }> {
  await page.getByTestId('report-export').click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(item).click()])
  return { name: download.suggestedFilename(), content: await contentOf(download) }
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}
