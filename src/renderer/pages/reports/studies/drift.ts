import type { TimelineReport } from '../../../../pipeline/api.ts'
import { films, leftOut, type Words } from '../report-text.ts'
import { compare } from './compare.ts'
import type { StudyText } from './study-text.ts'

/** A mean of fewer box offices says more of a film than of its decade. */
const LEAST_KNOWN = 10

export interface DecadeMean {
  /** The first year of the decade. */
  year: number
  /** Those with a known box office: what the mean is of. */
  films: number
  mean: number
}

/** What a film of each decade made on average, of the decades with enough known box offices. */
export function decadeMeans({ buckets }: TimelineReport): DecadeMean[] {
  return buckets.flatMap(({ year, films_with_box_office, box_office_usd }) =>
    films_with_box_office >= LEAST_KNOWN && box_office_usd !== null && box_office_usd > 0
      ? [{ year, films: films_with_box_office, mean: box_office_usd / films_with_box_office }]
      : [],
  )
}

/** By how much the mean grows from decade to decade: the least-squares line of its logarithm. */
export function growth(means: readonly DecadeMean[]): number | null {
  if (means.length < 2) return null
  const points = means.map(({ year, mean }) => ({ x: year / 10, y: Math.log(mean) }))
  const middle = (value: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + value(point), 0) / points.length
  const [mx, my] = [middle(({ x }) => x), middle(({ y }) => y)]
  const sxx = points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0)
  const sxy = points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0)
  return Math.exp(sxy / sxx) - 1
}

/** How what a film earns moved over the decades. Null when there are not two to compare. */
export function driftText(words: Words, report: TimelineReport): StudyText | null {
  const { t, format } = words
  const means = decadeMeans(report)
  const [first, last] = [means[0], means.at(-1)]
  const rate = growth(means)
  if (!first || !last || rate === null) return null
  const compared = compare(last.mean, first.mean)
  if (!compared) return null
  const peak = means.reduce((best, each) => (each.mean > best.mean ? each : best), first)
  const left = report.buckets.length - means.length
  return {
    title: t(`studies.drift.title_${compared.how}`, {
      times: format.decimal(compared.times, 1),
      first: String(first.year),
      last: String(last.year),
    }),
    paragraphs: [
      t('studies.drift.means', {
        first: String(first.year),
        first_mean: format.moneyBrief(first.mean),
        first_films: films(words, first.films),
        last: String(last.year),
        last_mean: format.moneyBrief(last.mean),
        last_films: films(words, last.films),
      }),
      t(rate < 0 ? 'studies.drift.rate_falls' : 'studies.drift.rate', {
        rate: format.percent(Math.abs(rate)),
        count: means.length,
        formatted: format.integer(means.length),
      }),
      t('studies.drift.peak', { year: String(peak.year), mean: format.moneyBrief(peak.mean) }),
    ],
    limits: [
      t('studies.drift.limits'),
      left > 0
        ? t('studies.drift.left', {
            count: left,
            formatted: format.integer(left),
            least: format.integer(LEAST_KNOWN),
          })
        : '',
    ]
      .filter(Boolean)
      .join(' '),
    shown: films(
      words,
      means.reduce((sum, each) => sum + each.films, 0),
    ),
    leftOut: leftOut(
      words,
      report.filtered - means.reduce((sum, each) => sum + each.films, 0),
      t('studies.drift.left_out'),
    ),
  }
}
