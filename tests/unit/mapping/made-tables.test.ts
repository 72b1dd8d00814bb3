import { describe, expect, it } from 'vitest'
import { proposeColumns } from '../../../src/pipeline/mapping/propose.ts'
import type { Meaning } from '../../../src/pipeline/sources/index.ts'
import { HELD_OUT } from '../../helpers/film-tables/held-out.ts'
import { NAMED, NAMELESS } from '../../helpers/film-tables/known.ts'
import { type MadeColumn, madeRows, written } from '../../helpers/film-tables/layout.ts'
import { shareTold, toldOf } from '../../helpers/mapping-made-score.ts'

it.each([...NAMED, ...NAMELESS].map((layout) => [layout.name, layout] as const))(
  'tells every column of %s, and leaves the others',
  (_, layout) => {
    const { told, right } = toldOf(layout)
    expect(told).toEqual(right)
  },
)

it('tells the columns of tables that were written before the rules; what was measured stands in docs/mapping.md', () => {
  const { used, usedRight, aside, asideRight, wrong } = shareTold(HELD_OUT)
  expect(usedRight / used, wrong.join('\n')).toBeGreaterThanOrEqual(0.96)
  expect(asideRight / aside, wrong.join('\n')).toBeGreaterThanOrEqual(0.96)
})

describe('confidence', () => {
  const title: MadeColumn = ['Title', 'title', written.title]
  const sure = (means: Meaning, header: string, value: MadeColumn[2], spoilt = 0) => {
    const columns: MadeColumn[] = [title, [header, means, value]]
    const rows = madeRows({ name: 'confidence', rows: 200, columns })
    // Every so many records hold something else.
    for (const [n, row] of rows.entries()) if ((n * 7) % 100 < spoilt) row[1] = `? ${n} of them ?`
    const { columns: read } = proposeColumns(['Title', header], rows)
    return read[1]?.guesses.get(means)?.confidence ?? 0
  }

  it.each<[Meaning, string, MadeColumn[2]]>([
    ['year', 'Year', written.year],
    ['imdb_id', 'IMDb id', written.imdbId],
    ['genres', 'Genres', written.genres(', ')],
    ['release_date', 'Release date', written.iso],
    ['runtime_minutes', 'Runtime', written.minutes],
    ['directors', 'Director', written.directors(', ')],
    ['box_office_worldwide_usd', 'Worldwide', written.worldDollars],
  ])('%s: a name that says so adds to it, one that says another takes from it', (means, header, value) => {
    const [both, unknown, other] = [header, 'qwert', 'plot'].map((name) => sure(means, name, value))
    expect(both).toBeGreaterThan(unknown ?? 1)
    expect(unknown).toBeGreaterThan(other ?? 1)
  })

  it.each<[Meaning, string, MadeColumn[2]]>([
    ['year', 'Year', written.year],
    ['year', 'qwert', written.year],
    ['imdb_id', 'qwert', written.imdbId],
    ['genres', 'Genres', written.genres(', ')],
    ['genres', 'qwert', written.genres(', ')],
    ['release_date', 'qwert', written.iso],
    ['runtime_minutes', 'Runtime', written.min],
    ['directors', 'Director', written.directors(', ')],
  ])('%s under %s: never more where fewer values fit', (means, header, value) => {
    const by = [0, 10, 20, 40, 60, 80, 100].map((spoilt) => sure(means, header, value, spoilt))
    for (const [n, confidence] of by.entries())
      expect(confidence, by.join(' ')).toBeLessThanOrEqual(by[n - 1] ?? 1)
    expect(by.at(-1)).toBeLessThan(by[0] ?? 0)
  })
})
