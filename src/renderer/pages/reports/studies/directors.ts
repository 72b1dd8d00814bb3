import type { TalentsReport } from '../../../../pipeline/api.ts'
import { strengthOf } from '../correlation/text.ts'
import { films, leftOut, type Words } from '../report-text.ts'
import type { Talent } from '../talents/text.ts'
import type { StudyText } from './study-text.ts'

/** One or two films are luck rather than a career. */
export const LEAST_FILMS = 3
/** How many are looked at, by total box office, and how many of these are shown. */
export const LOOKED_AT = 300
export const SHOWN = 10

type Ranked = Talent & { revenue_per_minute: number }

/** By box office a minute, the most first. */
export function byMinute({ talents }: TalentsReport): Ranked[] {
  return talents
    .filter((each): each is Ranked => each.revenue_per_minute !== null)
    .sort((one, other) => other.revenue_per_minute - one.revenue_per_minute)
}

/** The middle value, or the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** Pearson's r; null of fewer than three pairs, or when one side does not vary. */
export function pearson(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length < 3) return null
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length
  const [mx, my] = [mean(0), mean(1)]
  const sum = (value: (x: number, y: number) => number) =>
    pairs.reduce((total, [x, y]) => total + value(x - mx, y - my), 0)
  const spread = Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y))
  return spread > 0 ? sum((x, y) => x * y) / spread : null
}

/** Whose films earn the most a minute, and whether being liked has to do with it. Null of fewer than three. */
export function directorsText(words: Words, report: TalentsReport): StudyText | null {
  const { t, format } = words
  const ranked = byMinute(report)
  const [first, second, third] = ranked
  if (!first || !second || !third) return null
  const middle = median(ranked.map(({ revenue_per_minute }) => revenue_per_minute))
  const money = ({ revenue_per_minute }: Ranked) => format.moneyBrief(revenue_per_minute)
  return {
    title: t('studies.directors.title', { name: first.name, money: money(first) }),
    paragraphs: [
      t('studies.directors.first', {
        count: ranked.length,
        formatted: format.integer(ranked.length),
        name: first.name,
        films: films(words, first.films),
        total: format.moneyBrief(first.box_office_usd),
        median: format.moneyBrief(middle),
        times: middle ? format.decimal(first.revenue_per_minute / middle, 1) : '—',
      }),
      t('studies.directors.next', {
        second: second.name,
        second_money: money(second),
        third: third.name,
        third_money: money(third),
      }),
      liking(words, ranked),
    ].filter((each) => each !== null),
    limits: t('studies.directors.limits', {
      least: format.integer(LEAST_FILMS),
      most: format.integer(LOOKED_AT),
    }),
    shown: films(words, report.filtered - report.left_out),
    leftOut: leftOut(words, report.left_out, t('talents.left_out.director')),
  }
}

function liking({ t, format }: Words, ranked: readonly Ranked[]): string | null {
  const pairs = ranked.flatMap(({ mean_imdb_rating, revenue_per_minute }) =>
    mean_imdb_rating === null ? [] : [[mean_imdb_rating, revenue_per_minute] as const],
  )
  const r = pearson(pairs)
  if (r === null) return null
  const strength = strengthOf(r)
  const key =
    strength === 'none'
      ? 'none'
      : `${r > 0 ? 'with' : 'against'}_${strength === 'very_strong' ? 'strong' : strength}`
  return t(`studies.directors.liking_${key}` as 'studies.directors.liking_none', {
    r: format.decimal(r, 2),
    count: pairs.length,
    formatted: format.integer(pairs.length),
  })
}
