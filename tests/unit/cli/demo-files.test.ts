import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { deriveDemo } from '../../../scripts/demo/files.ts'
import { readDemoFilms } from '../../../scripts/demo/vega-movies.ts'

const DEMO = join(import.meta.dirname, '../../../resources/demo')

describe('the shipped demo dataset', () => {
  test('is, to the byte, what the script derives', async () => {
    const derived = await deriveDemo()
    const shipped = (await readdir(DEMO)).filter((name) => name.endsWith('.csv'))
    expect(shipped.sort()).toEqual(Object.keys(derived).sort())
    for (const [name, content] of Object.entries(derived)) {
      expect(await readFile(join(DEMO, name), 'utf8'), name).toBe(content)
    }
  })

  test('weighs less than 1.5 MB', async () => {
    const sizes = Object.values(await deriveDemo()).map((content) => Buffer.byteLength(content))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000)
  })

  test('says of every review, twice, that it is made up', async () => {
    const { 'rt_reviews.csv': reviews = '' } = await deriveDemo()
    const lines = reviews.trimEnd().split('\n').slice(1)
    expect(lines.length).toBeGreaterThan(1500)
    for (const line of lines) {
      expect(line).toContain('Démo (avis inventé) · Demo (made-up review) – ')
      expect(line).toMatch(/\[avis inventé · made-up review\]"?,(POSITIVE|NEGATIVE),$/)
    }
  })

  test('corrects what is wrong in the set, and only that', async () => {
    const films = await readDemoFilms()
    const years = films.map((film) => film.released.year)
    expect(films).toHaveLength(3201)
    expect([Math.min(...years), Math.max(...years)]).toEqual([1915, 2011])
    const named = (title: string) => films.filter((film) => film.title === title)
    expect(named('Modern Times')[0]?.released.year).toBe(1936)
    expect(named('Léon')).toHaveLength(1)
    expect(named("De battre mon coeur s'est arrêté")).toHaveLength(1)
    expect(named('Alien³')).toHaveLength(1)
    expect(named('300')[0]?.grossUsd).toBe(210_614_939)
    expect(films.some((film) => film.grossUsd === 0)).toBe(false)
  })
})
