import type { TimelineReport } from '../../../../pipeline/api.ts'
import type { Words } from '../report-text.ts'

export type Bucket = TimelineReport['buckets'][number]
export type By = TimelineReport['by']

export const spanOf = (by: By) => (by === 'decade' ? 10 : 1)

/** The middle of a bucket on an axis of years: a year is drawn at its own place. */
export const middleOf = (year: number, by: By) => year + (spanOf(by) - 1) / 2

/** The first and the last year of a bucket, as a filter. */
export const yearsOf = (year: number, by: By): [number, number] => [year, year + spanOf(by) - 1]

/** A brushed stretch of the axis as whole years; null when it holds the middle of none. */
export function asYears(
  [from, to]: readonly [number, number],
  buckets: readonly Bucket[],
  by: By,
): [number, number] | null {
  const inside = buckets.filter(({ year }) => year + spanOf(by) - 0.5 > from && year - 0.5 < to)
  const [first, last] = [inside[0], inside.at(-1)]
  return first && last ? [first.year, last.year + spanOf(by) - 1] : null
}

/** The bucket with the largest value; unknown ones aside, the earliest of equals. */
export function largest(buckets: readonly Bucket[], value: (bucket: Bucket) => number | null): Bucket | null {
  let best: Bucket | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const bucket of buckets) {
    const each = value(bucket)
    if (each !== null && each > most) {
      most = each
      best = bucket
    }
  }
  return best
}

/** « 1994 », « années 1990 ». */
export function bucketName({ t }: Words, year: number, by: By): string {
  return by === 'decade' ? t('timeline.decade_name', { year: String(year) }) : String(year)
}

/** The line breaks where a year is missing or has no rating: nothing is made up between. */
export function segments(buckets: readonly Bucket[], by: By): { x: number; y: number }[][] {
  const found: { x: number; y: number }[][] = []
  let before: number | null = null
  for (const { year, mean_imdb_rating } of buckets) {
    if (mean_imdb_rating === null) continue
    const point = { x: middleOf(year, by), y: mean_imdb_rating }
    if (before !== null && year - before === spanOf(by)) found.at(-1)?.push(point)
    else found.push([point])
    before = year
  }
  return found
}
