import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { electronSkipReason, launchStudio, type Studio } from '../helpers/electron.ts'
import { browserSkipReason, openWebStudio, type WebStudio } from '../helpers/web.ts'
import { chooseExport, exportDone, walkExplorer } from './explorer-path.ts'
import { runDemo } from './main-path.ts'

test.describe('in a browser', () => {
  const reason = browserSkipReason()
  test.skip(reason !== null, reason ?? '')
  let studio: WebStudio
  test.beforeAll(async () => {
    studio = await openWebStudio()
    await runDemo(studio.page)
  })
  test.afterAll(async () => {
    await studio?.close()
  })

  test('the explorer: order, keyboard, a film, search, filters over columns, reviews', async () => {
    await walkExplorer(studio.page)
    expect(studio.complaints).toEqual([])
  })

  test('what is shown is downloaded, under its name', async () => {
    const { page } = studio
    await page.getByTestId('nav-explorer').click()
    await page.getByTestId('explorer-search').fill('godfather')
    await expect(page.getByTestId('explorer-count')).toHaveText(/^3 film/)
    for (const format of ['csv', 'xlsx', 'parquet'] as const) {
      const coming = page.waitForEvent('download')
      await chooseExport(page, format)
      const file = await coming
      expect(file.suggestedFilename()).toBe(`films.${format}`)
      expect((await stat(await file.path())).size).toBeGreaterThan(100)
      if (format !== 'csv') continue
      const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n')
      expect(lines[0]).toBe(
        'title,year,genres,imdb_rating,tomato_meter,audience_score,box_office_usd,runtime_minutes',
      )
      expect(lines).toHaveLength(4)
    }
    await expect(exportDone(page).first()).toBeVisible()
    await page.getByTestId('explorer-search').fill('')
  })

  test('nothing serious for those who read with a screen reader, in either theme', async () => {
    const { page } = studio
    await page.getByTestId('nav-explorer').click()
    for (let theme = 0; theme < 2; theme++) {
      await page.locator('tr[data-index="0"]').click()
      await expect(page.getByTestId('film-panel')).toBeVisible()
      expect(await seriousFaults(page)).toEqual([])
      await page.getByTestId('film-reviews-tab').click()
      expect(await seriousFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByTestId('theme-switch').click()
    }
  })
})

test.describe('in Electron', () => {
  const reason = electronSkipReason()
  test.skip(reason !== null, reason ?? '')
  let studio: Studio
  let folder = ''
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cine-e2e-export-'))
    studio = await launchStudio()
    await runDemo(studio.page)
  })
  test.afterAll(async () => {
    await studio?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('the explorer: order, keyboard, a film, search, filters over columns, reviews', async () => {
    await walkExplorer(studio.page)
    expect(studio.complaints).toEqual([])
  })

  test('what is shown is saved where the dialog says, or nowhere', async () => {
    const { app, page } = studio
    await page.getByTestId('nav-explorer').click()
    const path = join(folder, 'mes films')
    // The dialog itself is the system's: what it would answer is given instead.
    const answer = (filePath: string | null) =>
      app.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = (async () => ({ canceled: chosen === null, filePath: chosen ?? '' })) as never
      }, filePath)
    await answer(null)
    await chooseExport(page, 'csv')
    await expect(page.getByTestId('export-open')).toBeEnabled()
    await answer(path)
    await chooseExport(page, 'csv')
    await expect(exportDone(page).first()).toBeVisible()
    const lines = (await readFile(`${path}.csv`, 'utf8')).trim().split('\n')
    expect(lines).toHaveLength(3202)
  })

  test('only a film’s page on a known site leaves the window, for the user’s own browser', async () => {
    const { app, page } = studio
    await app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openExternal = async (url) => void opened.push(url)
    })
    for (const url of ['https://www.imdb.com/title/tt0111161/', 'https://example.com/', 'file:///etc/passwd'])
      expect(await page.evaluate(`window.open(${JSON.stringify(url)})`)).toBeNull()
    const opened = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
    expect(opened).toEqual(['https://www.imdb.com/title/tt0111161/'])
    expect(app.windows()).toHaveLength(1)
  })
})

async function seriousFaults(page: Page): Promise<string[]> {
  // Its other mode opens pages of its own, which a page without a context has no room for.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('#content').analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}
