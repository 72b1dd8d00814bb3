import { expect, type Locator, type Page } from '@playwright/test'

/** The explorer as an analyst uses it, on the demo's films, in French. */
export async function walkExplorer(page: Page): Promise<void> {
  await page.getByTestId('nav-explorer').click()
  await expect(rowAt(page, 0)).toBeVisible()
  await sortsByItsHeaders(page)
  await movesByKeyboard(page)
  await opensAndClosesAFilm(page)
  await searches(page)
  await filtersByItsHeaders(page)
  await choosesColumns(page)
  await readsReviews(page)
}

const table = (page: Page, name = 'films') => page.getByTestId(`${name}-table`)
const rowAt = (page: Page, index: number) => page.locator(`tr[data-index="${index}"]`)
const header = (page: Page, column: string) =>
  table(page)
    .locator('th')
    .filter({ has: page.getByTestId(`sort-${column}`) })
const count = async (page: Page) => digits(await page.getByTestId('explorer-count').textContent())
const digits = (text: string | null) => Number((text ?? '').replace(/\D/g, ''))

async function sortsByItsHeaders(page: Page): Promise<void> {
  const years = async () => {
    const cells = await table(page).locator('tr[data-index] td:nth-child(2)').allTextContents()
    return cells.slice(0, 10).map(digits)
  }
  const press = async (order: string) => {
    await page.getByTestId('sort-year').click()
    await expect(header(page, 'year')).toHaveAttribute('aria-sort', order)
  }
  await press('ascending')
  await expect.poll(async () => (await years())[0]).toBe(1915)
  expect(await years()).toEqual((await years()).toSorted((one, other) => one - other))
  await press('descending')
  await expect.poll(async () => (await years())[0]).toBe(2011)
  await press('none')
}

async function movesByKeyboard(page: Page): Promise<void> {
  const total = await count(page)
  await expect(table(page)).toHaveAttribute('aria-rowcount', String(total + 1))
  await rowAt(page, 0).focus()
  const isAt = (index: number) => expect(rowAt(page, index)).toBeFocused()
  for (let presses = 0; presses < 40; presses++) await page.keyboard.press('ArrowDown')
  await isAt(40)
  await page.keyboard.press('End')
  await isAt(total - 1)
  await expect(rowAt(page, total - 1)).toBeInViewport()
  await expect(rowAt(page, total - 1)).toHaveAttribute('aria-rowindex', String(total + 1))
  await expect(
    rowAt(page, total - 1)
      .locator('td')
      .first(),
  ).toHaveText(/\d|—/)
  await page.keyboard.press('PageUp')
  expect(await focusedRow(page)).toBeLessThan(total - 5)
  await page.keyboard.press('Home')
  await isAt(0)
  await expect(rowAt(page, 0)).toBeInViewport()
}

async function opensAndClosesAFilm(page: Page): Promise<void> {
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const panel = page.getByTestId('film-panel')
  const title = panel.getByRole('heading', { level: 2 })
  await expect(title).toBeFocused()
  expect(page.url()).toMatch(/[?&]film=/)
  await expect(rowAt(page, 1)).toHaveAttribute('aria-current', 'true')
  await panel.getByRole('tab', { name: /^Contributions/ }).click()
  const film = new URL(page.url()).hash.split('film=')[1]?.split('&')[0]
  const contribute = panel.getByRole('link', { name: 'Corriger ou ajouter une critique' })
  await expect(contribute).toHaveAttribute('href', `#/contributions?film=${film}`)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(rowAt(page, 1)).toBeFocused()
  expect(page.url()).not.toMatch(/[?&]film=/)
  await page.goBack()
  await expect(panel).toBeVisible()
  await page.getByTestId('panel-close').click()
  await expect(panel).toBeHidden()
}

async function searches(page: Page): Promise<void> {
  const all = await count(page)
  const box = page.getByTestId('explorer-search')
  await box.fill('GÓDFATHER')
  await expect.poll(() => count(page)).toBe(3)
  await expect(rowAt(page, 0)).toContainText('The Godfather')
  await box.press('ArrowDown')
  await expect(rowAt(page, 0)).toBeFocused()
  await box.fill('no film is called so')
  await expect(table(page)).toContainText('Aucun film ne correspond')
  await table(page).getByRole('button', { name: 'Effacer la recherche' }).click()
  await expect.poll(() => count(page)).toBe(all)
}

async function filtersByItsHeaders(page: Page): Promise<void> {
  const all = await count(page)
  const drama = header(page, 'genres').getByRole('button', { name: /^Drama/ })
  const share = digits(await drama.locator('span').last().textContent())
  await drama.click()
  await expect.poll(() => count(page)).toBe(share)
  expect(page.url()).toContain('genre=Drama')
  await expect(drama).toHaveAttribute('aria-pressed', 'true')
  await drama.click()
  await expect.poll(() => count(page)).toBe(all)

  const bars = header(page, 'year').locator('button[data-filters]')
  await bars.last().hover()
  const told = digits(await header(page, 'year').locator('b').textContent())
  await bars.last().click()
  await expect.poll(() => count(page)).toBe(told)
  expect(page.url()).toMatch(/from_year=\d{4}/)
  await page.getByTestId('filter-reset').click()
  await expect.poll(() => count(page)).toBe(all)
}

async function choosesColumns(page: Page): Promise<void> {
  await page.getByTestId('columns-open').click()
  await page.getByRole('checkbox', { name: 'Votes IMDb' }).check()
  await page.getByRole('checkbox', { name: 'Durée' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('sort-imdb_votes')).toBeVisible()
  await expect(page.getByTestId('sort-runtime_minutes')).toBeHidden()
  await page.reload()
  await expect(page.getByTestId('sort-imdb_votes')).toBeVisible()
  await page.getByTestId('columns-open').click()
  await page.getByRole('button', { name: 'Par défaut' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('sort-imdb_votes')).toBeHidden()
}

async function readsReviews(page: Page): Promise<void> {
  const view = page.getByTestId('explorer-view')
  await view.getByText('Critiques').click()
  await expect(table(page, 'reviews')).toBeVisible()
  await expect.poll(() => count(page)).toBeGreaterThan(2000)
  await rowAt(page, 0).focus()
  await page.keyboard.press('Enter')
  const review = page.getByTestId('review-panel')
  await expect(review).toContainText('made-up review')
  await review.getByRole('button', { name: 'Voir la fiche du film' }).click()
  const film = page.getByTestId('film-panel')
  await film.getByTestId('film-reviews-tab').click()
  const cards = film.getByRole('article')
  await expect(cards.first()).toBeVisible()
  // What each choice says that it holds is what it shows.
  for (const name of [/^Négatives/, /^Positives/, /^Toutes/]) {
    const choice = film.getByText(name)
    const told = digits(await choice.textContent())
    await choice.click()
    await expect(film.locator('output')).toHaveText(new RegExp(`^${told}\\D`))
    if (told > 0) await expect(cards.first()).toHaveAttribute('aria-setsize', String(told))
    else await expect(cards).toHaveCount(0)
  }
  await page.keyboard.press('Escape')
  await expect(film).toBeHidden()
  await view.getByText('Films').click()
  await expect(table(page)).toBeVisible()
}

async function focusedRow(page: Page): Promise<number> {
  return page.evaluate('Number(document.activeElement?.dataset.index ?? -1)')
}

/** Chooses a format in the menu of exports. */
export async function chooseExport(page: Page, format: 'csv' | 'xlsx' | 'parquet'): Promise<void> {
  await page.getByTestId('export-open').click()
  await page.getByTestId(`export-${format}`).click()
}

export function exportDone(page: Page): Locator {
  return page.getByText('Export terminé')
}
