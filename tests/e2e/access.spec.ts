import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { setTheme } from '../../scripts/screenshots/appearance.ts'
import { PAGES } from '../../src/renderer/app/address.ts'
import { browserSkipReason, openWebStudio, type WebStudio } from '../helpers/web.ts'

const reason = browserSkipReason()
test.skip(reason !== null, reason ?? '')

/** Every page, and every part of one that has an address of its own. */
const PLACES = [
  ...PAGES.filter((page) => page !== 'reports' && page !== 'quality'),
  'explorer/reviews',
  ...['correlation', 'timeline', 'genres', 'talents', 'studies'].map((section) => `reports/${section}`),
  ...['overview', 'rejects', 'completeness', 'matching'].map((section) => `quality/${section}`),
]

let studio: WebStudio
test.beforeAll(async () => {
  studio = await openWebStudio(['demo', '--headless'])
})
test.afterAll(async () => {
  await studio?.close()
})

async function visit(page: Page, place: string): Promise<void> {
  await page.evaluate(`location.hash = '#/${place}'`)
  await expect(page.getByTestId(`nav-${place.split('/')[0]}`)).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expect(page.locator('#content [aria-busy="true"]')).toHaveCount(0)
}

for (const theme of ['light', 'dark'] as const)
  test(`nothing serious for axe on any page, frame included (${theme})`, async () => {
    // Axe reads every element of eighteen places: seconds each on a machine that has much to do.
    test.setTimeout(300_000)
    const { page } = studio
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await setTheme(page, theme)
    const found: string[] = []
    for (const place of PLACES) {
      await visit(page, place)
      const axe = new AxeBuilder({ page }).setLegacyMode()
      // But for its colours, the page is the same in the dark.
      const { violations } = await (theme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      found.push(
        ...serious.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${place}: ${id} ${target.join(' ')}`),
        ),
      )
    }
    expect(found).toEqual([])
  })

test('nothing moves for whoever asks for no motion', async () => {
  const { page } = studio
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await visit(page, 'reports/timeline')
  await page.keyboard.press('Shift+?')
  await expect(page.getByTestId('shortcut-sheet')).toBeVisible()
  const moving = await page.evaluate(`[...document.querySelectorAll('*')].filter((element) => {
    const longest = (text) => Math.max(...text.split(',').map((each) => Number.parseFloat(each)))
    const { animationDuration, transitionDuration } = getComputedStyle(element)
    return longest(animationDuration) > 0.001 || longest(transitionDuration) > 0.001
  }).length`)
  expect(moving).toBe(0)
  await page.keyboard.press('Escape')
})

test('at 200 % the tools of every page can be reached: nothing stands beyond the right edge', async () => {
  const { page } = studio
  // 1,100 × 700, each pixel of the page twice as wide and high.
  await page.setViewportSize({ width: 550, height: 350 })
  const beyond: string[] = []
  for (const place of PLACES) {
    await visit(page, place)
    const out = await page.evaluate<string[]>(BEYOND)
    beyond.push(...out.map((each) => `${place}: ${each}`))
  }
  await page.setViewportSize({ width: 1280, height: 820 })
  expect(beyond).toEqual([])
})

/** Frames that scroll sideways, and tools outside the window, in words. */
const BEYOND = `(() => {
  const frames = '.mantine-AppShell-header, .mantine-AppShell-navbar, .mantine-AppShell-footer, #content'
  const wide = [...document.querySelectorAll(frames)]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
  const lost = [...document.querySelectorAll('button, a[href], input, select')].filter((element) => {
    const { width, left, right } = element.getBoundingClientRect()
    const scrolls = element.closest('table, [data-scrolls]') !== null
    return width > 2 && !scrolls && (right > innerWidth + 1 || left < -1)
  })
  return [
    ...wide.map((element) => 'too wide: ' + (element.id || element.className)),
    ...lost.map((element) => 'lost: ' + (element.getAttribute('aria-label') ?? element.textContent)),
  ]
})()`
