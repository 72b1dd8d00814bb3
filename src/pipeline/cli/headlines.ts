import type { CorrelationReport, GenresReport, TalentsReport, TimelineReport } from '../api.ts'
import { count, decimal, plural, shortMoney, text, year } from './terminal/format.ts'

const NO_FILM = 'no film with the values it needs'

/** Each report in one line of figures. */
export function correlationHeadline(report: CorrelationReport): string {
  const { n, pearson_r, r2, slope, outliers } = report
  if (pearson_r === null) return `Critics and audience: ${n === 0 ? NO_FILM : `too few films (${n})`}`
  return [
    `Critics and audience: r = ${decimal(pearson_r, 3)}, R² = ${decimal(r2, 3)} over ${plural(n, 'film')}`,
    `${decimal(slope, 1)} points of critics for each IMDb point`,
    plural(outliers.length, 'outlier'),
  ].join('; ')
}

export function timelineHeadline({ buckets, by, without_box_office }: TimelineReport): string {
  const busiest = buckets.toSorted((one, other) => other.films - one.films)[0]
  const richest = buckets
    .filter(({ box_office_usd }) => box_office_usd !== null)
    .sort((a, b) => (b.box_office_usd ?? 0) - (a.box_office_usd ?? 0))[0]
  const [first, last] = [buckets[0], buckets.at(-1)]
  if (!busiest || !first || !last) return `Timeline: ${NO_FILM}`
  const span = first === last ? year(first.year) : `${year(first.year)}–${year(last.year)}`
  return [
    `Timeline: ${span} by ${by}`,
    `most films in ${year(busiest.year)} (${count(busiest.films)})`,
    richest
      ? `largest box office in ${year(richest.year)} (${shortMoney(richest.box_office_usd)})`
      : 'no box office is known',
    `${plural(without_box_office, 'film')} without box office`,
  ].join('; ')
}

export function genresHeadline({ genres }: GenresReport): string {
  const longest = genres[0]
  const shortest = genres.at(-1)
  const best = genres
    .filter(({ median_revenue_per_minute }) => median_revenue_per_minute !== null)
    .sort((a, b) => (b.median_revenue_per_minute ?? 0) - (a.median_revenue_per_minute ?? 0))[0]
  if (!longest || !shortest) return `Genres and running times: ${NO_FILM}`
  const minutes = (genre: typeof longest) => `${genre.genre}, ${decimal(genre.median, 0)} min`
  return [
    `Genres and running times: ${plural(genres.length, 'genre')}`,
    ...(longest === shortest
      ? [`median ${minutes(longest)}`]
      : [`longest median ${minutes(longest)}`, `shortest ${minutes(shortest)}`]),
    best
      ? `best median revenue a minute ${best.genre} (${shortMoney(best.median_revenue_per_minute)})`
      : 'no box office is known',
  ].join('; ')
}

export function talentsHeadline({ talents }: TalentsReport): string {
  const first = talents
    .filter(({ box_office_usd }) => box_office_usd !== null)
    .sort((a, b) => (b.box_office_usd ?? 0) - (a.box_office_usd ?? 0))[0]
  if (!first) return `Talents: ${talents.length === 0 ? NO_FILM : 'no box office is known'}`
  const { name, role, films, box_office_usd, revenue_per_minute } = first
  return [
    `Talents: ${text(name)} (${role}) leads with ${shortMoney(box_office_usd)} over ${plural(films, 'film')}`,
    `${shortMoney(revenue_per_minute)} a minute`,
  ].join('; ')
}
