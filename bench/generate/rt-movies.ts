import type { Film } from './film.ts'
import type { Random } from './random.ts'

export const RT_MOVIES_COLUMNS =
  'id,title,audienceScore,tomatoMeter,rating,ratingContents,releaseDateTheaters,releaseDateStreaming,runtimeMinutes,genre,originalLanguage,director,writer,boxOffice,distributor,soundMix'.split(
    ',',
  )

const CONTENTS = [
  'Language',
  "Children's Peril",
  'Some Violence',
  'Sexual Content',
  'Drug Use',
  'Brief Nudity',
]
const SOUND = ['Dolby Digital', 'Dolby Atmos', 'DTS', 'SDDS', 'Surround', 'Datasat']

/** How much is known of a film that people talk about, and of one that nobody has reviewed. */
const known = (random: Random, fame: number, famous: number, obscure: number) =>
  random.chance(fame > 2 ? famous : fame > 0 ? (famous + obscure) / 2 : obscure)

const two = (number: number) => String(number).padStart(2, '0')
export const isoDate = (year: number, month: number, day: number) => `${year}-${two(month)}-${two(day)}`

/** `$38.5M`, as the site writes it. */
function money(amount: number): string {
  if (amount >= 1e6) return `$${(amount / 1e6).toFixed(1)}M`
  return amount >= 1e3 ? `$${(amount / 1e3).toFixed(1)}K` : `$${amount}`
}

/** A list as Python prints it: text with an apostrophe in double quotes. */
const pythonList = (items: readonly string[]) =>
  `[${items.map((item) => (item.includes("'") ? `"${item}"` : `'${item}'`)).join(', ')}]`

export function rtMovieRow(film: Film, slug: string, fame: number, random: Random): (string | null)[] {
  const { title, year, month, day } = film
  const when = (share: number, obscure: number, text: () => string) =>
    known(random, fame, share, obscure) ? text() : null
  const some = (list: readonly string[]) => list.filter(() => random.chance(0.4))
  return [
    slug,
    random.chance(0.002) ? null : title,
    when(
      0.95,
      0.3,
      () => `${Math.round(Math.min(100, Math.max(0, film.quality * 85 + 8 * random.normal())))}.0`,
    ),
    when(0.97, 0.01, () => `${Math.round(film.quality * 100)}.0`),
    ...(known(random, fame, 0.6, 0.01) ? [film.rating, pythonList(some(CONTENTS))] : [null, null]),
    when(0.8, 0.03, () => isoDate(year, month, day)),
    when(0.9, 0.4, () => isoDate(Math.max(year, 2000) + random.below(4), random.between(1, 12), day)),
    when(0.99, 0.85, () => `${film.minutes}.0`),
    when(0.99, 0.88, () => film.genres.join(', ')),
    when(0.98, 0.86, () => film.language),
    when(0.99, 0.95, () => film.directors.join(',')),
    when(0.95, 0.45, () => film.writers.join(',')),
    when(0.55, 0.005, () => money(film.boxOffice)),
    when(0.7, 0.02, () => film.distributor),
    when(0.45, 0.02, () => some(SOUND).join(', ')),
  ]
}
