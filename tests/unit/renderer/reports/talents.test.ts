import { describe, expect, test } from 'vitest'
import type { TalentsReport } from '../../../../src/pipeline/api.ts'
import { talentsText } from '../../../../src/renderer/pages/reports/talents/text.ts'
import { talentSentence } from '../../../../src/renderer/pages/reports/talents/tooltip-text.ts'
import { plain, wordsOf } from './words.ts'

const talent = (name: string, money: number | null, rating: number | null, perMinute: number | null) => ({
  person_id: name,
  name,
  role: 'director' as const,
  films: 23,
  box_office_usd: money,
  mean_imdb_rating: rating,
  revenue_per_minute: perMinute,
  contributed: 0,
  by_year: [
    { year: 1975, films: 1, box_office_usd: 260_000_000 },
    { year: 1977, films: 1, box_office_usd: null },
  ],
})
const report: TalentsReport = {
  run_id: 'r',
  filtered: 3201,
  left_out: 1331,
  contributed: 0,
  talents: [talent('Steven Spielberg', 3_753_891_452, 7.35, 1_039_997), talent('=Evil', 2e9, 8.2, 3_110_000)],
}

describe('the finding', () => {
  test('who leads, by how much, over how many films', () => {
    const text = talentsText(wordsOf('fr'), report, 'director')
    expect(plain(text.headline)).toBe(
      'Steven Spielberg domine à la réalisation : 3,75 Md $ de recettes sur 23 films',
    )
    expect(plain(text.summary)).toBe(
      'À la minute, =Evil passe devant : 3,11 M $. La meilleure note IMDb moyenne de ces 2 noms est celle de =Evil, 8,2 sur 10.',
    )
    expect(talentsText(wordsOf('en'), report, 'director').headline).toBe(
      'Steven Spielberg leads the directors: $3.75B over 23 films',
    )
    expect(plain(text.shown)).toBe('1 870 films')
  })

  test('who leads by the minute too is not said to pass in front', () => {
    const talents = [talent('A', 5e9, 7, 4e6), talent('B', 4e9, 8, 3e6)]
    const summary = (language: 'fr' | 'en') =>
      talentsText(wordsOf(language), { ...report, talents }, 'director').summary
    expect(plain(summary('fr'))).toContain('À la minute aussi, A est en tête : 4,00 M $.')
    expect(summary('en')).toContain('A leads by the minute too: $4.00M.')
  })

  test('nobody, and nobody with money', () => {
    expect(talentsText(wordsOf('en'), { ...report, talents: [] }, 'actor').headline).toBe(
      'Nobody to rank on screen: 0 names',
    )
    const poor = talentsText(
      wordsOf('en'),
      { ...report, talents: [talent('A', null, null, null)] },
      'director',
    )
    expect(poor.headline).toBe('A comes first among directors with 23 films, but no box office is known')
  })

  test('the tables: one row a talent, one row a talent and year', () => {
    const [first, second] = talentsText(wordsOf('fr'), report, 'director').tables
    expect(first?.rows[0]?.values).toEqual([
      'Steven Spielberg',
      'director',
      23,
      3_753_891_452,
      7.35,
      1_039_997,
      'Steven Spielberg',
    ])
    expect(second?.rows).toHaveLength(4)
    expect(second?.rows[1]?.values).toEqual(['Steven Spielberg', 1977, 1, null, 'Steven Spielberg'])
  })
})

test('a corrected box office is told of whom it counts for, and of nobody else', () => {
  const [first = talent('', null, null, null)] = report.talents
  const rows = talentSentence(wordsOf('fr'), { ...first, contributed: 2 }).rows.map((row) => row.join(' '))
  expect(rows.map(plain)).toContain('◆ 2 films : recette corrigée à la main')
  expect(talentSentence(wordsOf('fr'), first).rows.join()).not.toContain('◆')
})
