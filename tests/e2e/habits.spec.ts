import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { electronSkipReason, launchStudio, type Studio } from '../helpers/electron.ts'
import { runCine } from '../helpers/web.ts'

const reason = electronSkipReason()
test.skip(reason !== null, reason ?? '')

let folder: string
let studio: Studio
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cine-e2e-habits-'))
  studio = await launchStudio({ folder })
})
test.afterAll(async () => {
  await studio?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The labels of the top menus, and what is in one of them. */
const menus = () =>
  studio.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => ({
      label,
      items: (submenu?.items ?? []).map((each) => each.label),
    })),
  )
const pressMenu = (label: string) =>
  studio.app.evaluate(({ Menu }, wanted) => {
    const items = (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? [])
    items.find((each) => each.label === wanted)?.click()
  }, label)

test('the first start: three steps with the demo, and never again by itself', async () => {
  const { page } = studio
  const tour = page.getByTestId('tour')
  await expect(tour).toContainText('1 sur 3')
  await page.getByTestId('tour-demo').click()
  await page.getByTestId('tour-next').click()
  await expect(tour).toContainText('2 sur 3')
  await expect(page.getByTestId('films-table')).toBeVisible()
  await page.getByTestId('tour-next').click()
  await expect(tour).toContainText('3 sur 3')
  await page.getByTestId('tour-next').click()
  await expect(tour).toBeHidden()
  await page.reload()
  await expect(page.getByTestId('filter-years')).toBeEnabled()
  await expect(tour).toBeHidden()
})

test('keys: the sheet, pages by two letters, the search box', async () => {
  const { page } = studio
  await page.keyboard.press('Shift+?')
  const sheet = page.getByTestId('shortcut-sheet')
  await expect(sheet).toContainText('Enregistrer la vue')
  // Behind a dialog, no page is gone to.
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect.poll(() => page.url()).toContain('#/reports')
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await expect(page.getByTestId('films-table')).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByTestId('explorer-search')).toBeFocused()
})

test('search and order are in the address, and come back with it', async () => {
  const { page } = studio
  await page.getByTestId('explorer-search').fill('godfather')
  await page.getByTestId('sort-year').click()
  await expect.poll(() => page.url()).toContain('q=godfather&sort=year')
  const address = page.url()
  await page.getByTestId('explorer-search').fill('')
  await page.getByTestId('sort-title').click()
  await expect.poll(() => page.url()).toContain('sort=title')
  await page.evaluate(`location.hash = ${JSON.stringify(new URL(address).hash)}`)
  await expect(page.getByTestId('explorer-search')).toHaveValue('godfather')
  await expect(page.getByTestId('explorer-count')).toHaveText(/^3 /)
  await expect(page.locator('th', { has: page.getByTestId('sort-year') })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await page.getByTestId('explorer-search').fill('')
})

test('a view of filters is saved with the lake, chosen again, removed', async () => {
  const { page, lake } = studio
  await page.evaluate("location.hash = '#/explorer?from_year=1990&genre=Drama'")
  await expect(page.getByTestId('filter-reset')).toBeEnabled()
  await page.keyboard.press('Control+s')
  await page.getByTestId('view-name').fill('Drames récents')
  await page.getByTestId('view-submit').click()
  await expect(page.getByTestId('view-submit')).toBeHidden()
  const { views } = JSON.parse(await runCine(['views', 'list', '--json', '--lake', lake]))
  expect(views).toMatchObject([{ name: 'Drames récents', filters: { from_year: 1990, genres: ['Drama'] } }])
  await page.getByTestId('filter-reset').click()
  await page.getByTestId('views-open').click()
  await page.getByTestId('view').click()
  await expect.poll(() => page.url()).toContain('from_year=1990&genre=Drama')
  await page.getByTestId('views-open').click()
  await page.getByTestId('view-remove').click()
  await expect
    .poll(async () => JSON.parse(await runCine(['views', 'list', '--json', '--lake', lake])).views)
    .toEqual([])
})

test('menus follow the language of the window, and do what they say', async () => {
  const { page } = studio
  expect((await menus()).map(({ label }) => label)).toEqual([
    'Fichier',
    'Édition',
    'Affichage',
    'Fenêtre',
    'Aide',
  ])
  await page.getByTestId('language-switch').click()
  await expect
    .poll(async () => (await menus()).map(({ label }) => label))
    .toEqual(['File', 'Edit', 'View', 'Window', 'Help'])
  await pressMenu('Quality')
  await expect.poll(() => page.url()).toContain('#/quality')
  await pressMenu('Keyboard shortcuts')
  await expect(page.getByTestId('shortcut-sheet')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByTestId('language-switch').click()
})

test('À propos: versions, and a diagnostic without the person in it', async () => {
  const { app, page, lake } = studio
  await pressMenu('À propos de Ciné DataLake Studio')
  const about = page.getByTestId('about-dialog')
  await expect(about).toContainText(await app.evaluate(() => process.versions.electron))
  const path = join(folder, 'diagnostic.json')
  await app.evaluate(({ session }, target) => {
    session.defaultSession.once('will-download', (_event, item) => item.setSavePath(target))
  }, path)
  await about.getByTestId('save-diagnostics').click()
  await expect.poll(() => readFile(path, 'utf8').catch(() => '')).toMatch(/\}$/)
  const text = await readFile(path, 'utf8')
  const found = JSON.parse(text)
  expect(found.lake.runs).toHaveLength(1)
  expect(found.window.events.map(({ name }: { name?: string }) => name)).toContain('engine-ready')
  // JSON writes a slash as it is: any path would show.
  for (const personal of [lake, folder, homedir()]) expect(text).not.toContain(personal)
  await page.keyboard.press('Escape')
})

test('without a key store the token stays out, and it is said what to do instead', async () => {
  const { app, page } = studio
  const store = await app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())
  await page.getByTestId('nav-settings').click()
  const told = await page.evaluate('window.cine.keyStore()')
  expect(told).toEqual({ available: store !== 'basic_text' && store !== 'unknown', saved: false })
  await expect(page.getByTestId(store === 'basic_text' ? 'no-key-store' : 'kaggle-secret')).toBeVisible()
})

test('the next start: the language, the place of the window, the lakes of before', async () => {
  const first = studio
  await first.page.getByTestId('language-switch').click()
  const window = await first.app.browserWindow(first.page)
  await window.evaluate((each) => each.setBounds({ x: 40, y: 30, width: 1200, height: 760 }))
  await first.close()

  const other = join(folder, 'other')
  studio = await launchStudio({ folder, lake: other })
  await expect(studio.page.getByTestId('nav-home')).toHaveText('Home')
  expect(await studio.page.evaluate('window.cine.recentLakes()')).toEqual([first.lake])
  const recent = await studio.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.getMenuItemById('recent')
      ?.submenu?.items.map(({ label }) => label),
  )
  expect(recent).toEqual([`lake — ${first.lake}`])
  // A folder that is none of them is not opened, whatever the page asks.
  await studio.page.evaluate("window.cine.openLake('/etc')")
  expect(await isOpen(studio.page)).toBe(true)
  await studio.close()

  studio = await launchStudio({ folder, lake: first.lake })
  const again = await studio.app.browserWindow(studio.page)
  expect(await again.evaluate((each) => each.getNormalBounds())).toMatchObject({ width: 1200, height: 760 })
})

async function isOpen(page: Page): Promise<boolean> {
  return page.getByTestId('nav-home').isVisible()
}
