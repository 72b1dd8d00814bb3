/**
 * `npm run docs:screenshots` makes the pictures of the documents; with `-- --all` also every page in both
 * languages and themes: empty, loading, full and after an error. All of the real studio, on the demo.
 */
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from '@playwright/test'
import { ROOT } from '../../tests/helpers/electron.ts'
import { browserSkipReason, openWebStudio } from '../../tests/helpers/web.ts'
import { setLanguage, setTheme } from './appearance.ts'
import { correctBoxOffice, saveReview, writeReview } from './contribute.ts'
import { shootGuide } from './guide.ts'
import { holdEngine } from './held-engine.ts'
import { LANGUAGES, type Language, PLACES, THEMES, type Theme } from './places.ts'
import { FOLDER, SIZE, shoot, visit } from './shoot.ts'

/** Shown by the documents, so kept in the repository: few. */
const IN_DOCS: [place: string, language: Language, theme: Theme][] = [
  ['explorer', 'fr', 'dark'],
  ['reports/correlation', 'fr', 'light'],
  ['reports/genres', 'fr', 'light'],
  ['reports/talents', 'en', 'dark'],
]
const IN_GUIDES = ['home', 'review', 'edit', 'timeline-before', 'timeline-after']

const { values } = parseArgs({
  options: { all: { type: 'boolean', default: false }, only: { type: 'string' } },
})
const noBrowser = browserSkipReason()
if (noBrowser !== null) throw new Error(`Nothing to take screenshots in: ${noBrowser}`)
const images = join(ROOT, 'docs', 'images')
await mkdir(images, { recursive: true })

await withStudio(['demo', '--headless'], async (page, engine) => {
  for (const [place, language, theme] of values.only ? [] : IN_DOCS) {
    await appear(page, language, theme)
    await visit(page, place)
    const name = `${nameOf(place).replace('reports-', 'report-')}-${language}-${theme}`
    await shoot(page, name)
    await copyFile(join(FOLDER, `${name}.png`), join(images, `${name}.png`))
  }
  if (!values.all) return
  await writeReview(page, 'Revu en salle : la 3D tient toujours.')
  await saveReview(page)
  await correctBoxOffice(page)
  await everywhere(page, 'full')
  for (const [mode, state] of [
    ['waits', 'loading'],
    ['fails', 'error'],
  ] as const) {
    for (const language of LANGUAGES)
      for (const theme of THEMES) {
        engine.set('answers')
        await page.evaluate("location.hash = '#/home'")
        await appear(page, language, theme)
        engine.set(mode)
        // What was answered before would be shown again.
        await page.reload()
        for (const place of chosen()) {
          await visit(page, place, { loading: true })
          await shoot(page, `${state}/${nameOf(place)}-${language}-${theme}`)
        }
      }
  }
})
// Each on a lake of its own: the guide contributes to it.
for (const language of values.only ? [] : LANGUAGES)
  await withStudio(['demo', '--headless'], async (page) => {
    await appear(page, language, 'light')
    await shootGuide(page, language)
    for (const each of IN_GUIDES) {
      const name = `guide-${each}-${language}.png`
      await copyFile(join(FOLDER, name), join(images, name))
    }
  })
if (values.all) await withStudio([], (page) => everywhere(page, 'empty'))

function chosen(): readonly string[] {
  return PLACES.filter((place) => !values.only || place.includes(values.only))
}

async function everywhere(page: Page, state: string): Promise<void> {
  for (const language of LANGUAGES)
    for (const theme of THEMES) {
      await appear(page, language, theme)
      for (const place of chosen()) {
        await visit(page, place)
        await shoot(page, `${state}/${nameOf(place)}-${language}-${theme}`)
      }
    }
}

async function appear(page: Page, language: Language, theme: Theme): Promise<void> {
  await setLanguage(page, language)
  await setTheme(page, theme)
}

function nameOf(place: string): string {
  return place.replace('/', '-')
}

/** A studio in a page of our size, over an engine that can be held. */
async function withStudio(
  prepare: string[],
  work: (page: Page, engine: Awaited<ReturnType<typeof holdEngine>>) => Promise<void>,
): Promise<void> {
  const studio = await openWebStudio(prepare)
  try {
    const { page } = studio
    await page.setViewportSize(SIZE)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const engine = await holdEngine(page)
    await page.reload()
    await page.evaluate("localStorage.setItem('cine.tour', 'taken')")
    await page.reload()
    await page.getByTestId('nav-home').waitFor()
    await work(page, engine)
  } finally {
    await studio.close()
  }
}
