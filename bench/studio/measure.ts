import { expect, type Page } from '@playwright/test'
import { launchStudio, type Studio } from '../../tests/helpers/electron.ts'
import { quantile } from './quantile.ts'

export interface Figures {
  electron: string
  films: number
  /** What was measured, how much, and what it should be. */
  rows: [name: string, measured: string, goal: string][]
}

/** Filter changes that are timed on each page. */
const CHANGES = 24
const PLACES = ['explorer', 'reports/timeline', 'reports/correlation', 'reports/genres'] as const

/** Starts the window on the lake, changes filters on its pages, and uses it for a while. */
export async function measure(lake: string, { minutes }: { minutes: number }): Promise<Figures> {
  const begun = performance.now()
  const studio = await launchStudio({ lake })
  try {
    const { page, app } = studio
    await expect(page.getByTestId('filter-years')).toBeEnabled({ timeout: 60_000 })
    const usable = performance.now() - begun
    await watchLongTasks(page)
    const firstPaint = await page.evaluate<number>(
      "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN",
    )
    const marks = await startMarks(page)
    const rows: Figures['rows'] = [
      ['window shown, after the process began', ms(marks['window-shown']), '1,000 ms'],
      ['first paint, after the page began', ms(firstPaint), '1,000 ms'],
      ['filters can be used, after the launch was asked for', ms(usable), '2,000 ms'],
    ]
    const films = Number(((await page.getByTestId('filter-count').textContent()) ?? '').replace(/\D/g, ''))
    const all: number[] = []
    for (const place of PLACES) {
      await page.evaluate(`location.hash = '#/${place}'`)
      await settled(page)
      const times = await filterChanges(page)
      all.push(...times)
      rows.push([`filter to repainted view, ${place}: p50 / p95`, both(times), ''])
    }
    rows.push(['filter to repainted view, all: p50 / p95', both(all), '150 ms at p95'])
    await workFor(page, minutes)
    const tasks = await page.evaluate<number[]>('window.longTasks')
    rows.push(['longest task of the page', ms(Math.max(0, ...tasks)), '200 ms'])
    rows.push([
      `tasks over 200 ms (of ${tasks.length} over 50 ms)`,
      String(tasks.filter((each) => each > 200).length),
      '0',
    ])
    rows.push([
      `memory of the renderer after ${minutes} min`,
      `${await rendererMegabytes(studio)} MB`,
      '400 MB',
    ])
    return { electron: await app.evaluate(() => process.versions.electron ?? ''), films, rows }
  } finally {
    await studio.close()
  }
}

function ms(value: number | undefined): string {
  return value === undefined || Number.isNaN(value)
    ? 'not told'
    : `${Math.round(value).toLocaleString('en')} ms`
}

const both = (times: readonly number[]) => `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.95))}`

async function startMarks(page: Page): Promise<Record<string, number>> {
  const events = await page.evaluate<{ name?: string; ms?: number }[]>('window.cine.studioEvents()')
  return Object.fromEntries(events.flatMap(({ name, ms }) => (name && ms !== undefined ? [[name, ms]] : [])))
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(`{
    window.longTasks = []
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: 'longtask', buffered: true })
  }`)
}

/** Nothing on the page is waiting for the engine. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('#content [aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 })
  await page.waitForTimeout(300)
}

/**
 * From the change of the address, which the filters follow as they do a control, to the frame after the last
 * change of the page before it is quiet: timed in the page itself, so that no driver is in the figure.
 */
async function filterChanges(page: Page): Promise<number[]> {
  const times: number[] = []
  for (let change = 0; change < CHANGES; change++) {
    const from = 1960 + change
    times.push(await page.evaluate<number>(repaint(`from_year=${from}&to_year=${from + 25}`)))
  }
  return times
}

/** Quiet for so long is done. */
const QUIET_MS = 400

function repaint(query: string): string {
  return `new Promise((resolve) => {
    const begun = performance.now()
    let last = begun
    let timer
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        observer.disconnect()
        resolve(last - begun)
      }, ${QUIET_MS})
    }
    const observer = new MutationObserver(() => {
      requestAnimationFrame(() => {
        last = performance.now()
        wait()
      })
    })
    observer.observe(document.querySelector('#content'), { subtree: true, childList: true, characterData: true, attributes: true })
    const [path] = location.hash.split('?')
    location.hash = path + '?' + ${JSON.stringify(query)}
    wait()
  })`
}

/** What an analyst does again and again: pages, scrolling, searching. */
async function workFor(page: Page, minutes: number): Promise<void> {
  const end = performance.now() + minutes * 60_000
  while (performance.now() < end) {
    for (const place of [...PLACES, 'reports/talents', 'quality/overview', 'explorer/reviews']) {
      await page.evaluate(`location.hash = '#/${place}'`)
      await settled(page)
      await page.mouse.move(700, 500)
      for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, 2000)
      if (performance.now() > end) return
    }
    await page.evaluate("location.hash = '#/explorer'")
    await page.getByTestId('explorer-search').fill('the night')
    await settled(page)
    await page.getByTestId('explorer-search').fill('')
  }
}

async function rendererMegabytes({ app }: Studio): Promise<number> {
  const kilobytes = await app.evaluate(({ app: electron }) => {
    const renderer = electron.getAppMetrics().find(({ type }) => type === 'Tab')
    return renderer?.memory.workingSetSize ?? 0
  })
  return Math.round(kilobytes / 1000)
}
