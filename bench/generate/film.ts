import { crew } from './people.ts'
import type { Plan } from './plan.ts'
import { mix, Random } from './random.ts'
import { titleWords } from './sentences.ts'

/** What is true of a film, whichever source tells it. */
export interface Film {
  title: string
  year: number
  /** Of its release: month and day. */
  month: number
  day: number
  /** Share of critics who like it. */
  quality: number
  minutes: number
  genres: string[]
  language: string
  directors: string[]
  writers: string[]
  actors: string[]
  boxOffice: number
  rating: string
  distributor: string
}

const GENRES =
  'Drama,Comedy,Documentary,Horror,Mystery & thriller,Romance,Action,Adventure,Sci-fi,Fantasy,Kids & family,History,Crime,War,Musical,Western,Animation,Lgbtq+,Biography,Music'.split(
    ',',
  )
const LANGUAGES =
  'English,English,English,English,English,French (France),Spanish,Japanese,Hindi,German'.split(',')
const RATINGS = ['PG-13', 'R', 'R', 'PG', 'G', 'NC-17']
const DISTRIBUTORS =
  'Netflix,Universal Pictures,A24,Warner Bros. Pictures,Paramount Pictures,IFC Films,Walt Disney,Magnolia Pictures'.split(
    ',',
  )
const ROMAN = ['II', 'III', 'IV', '2', '3']

/** One film of twenty has the title of an earlier one. */
const REMAKES = 0.05

export function filmOf({ seed, fame }: Plan, number: number): Film {
  const random = new Random(mix(seed, number, 21))
  const known = fame[number] ?? 0
  const quality = Math.min(0.98, Math.max(0.03, 0.62 + 0.24 * random.normal()))
  return {
    title: titleOf(seed, number),
    year: yearOf(seed, number),
    month: random.between(1, 12),
    day: random.between(1, 28),
    quality,
    minutes: Math.max(40, Math.round(98 + 18 * random.normal())),
    genres: [
      ...new Set(Array.from({ length: random.between(1, 4) }, () => GENRES[random.skewed(20)] as string)),
    ],
    language: random.pick(LANGUAGES),
    directors: crew(random, 3),
    writers: crew(random, 6),
    actors: [...crew(random, 1), ...crew(random, 2), ...crew(random, 3)],
    boxOffice: Math.round(2e5 * (1 + known) * Math.exp(1.2 * random.normal())),
    rating: random.pick(RATINGS),
    distributor: random.pick(DISTRIBUTORS),
  }
}

function yearOf(seed: number, number: number): number {
  return 2023 - new Random(mix(seed, number, 22)).skewed(108)
}

function titleOf(seed: number, number: number): string {
  const random = new Random(mix(seed, number, 23))
  if (number > 0 && random.chance(REMAKES)) return titleOf(seed, random.below(number))
  const title = titleWords(random)
  if (random.chance(0.04)) return `${title} ${random.pick(ROMAN)}`
  if (random.chance(0.04)) return `${title}: ${titleWords(random)}`
  return random.chance(0.03)
    ? `${title} ${random.pick(['à Paris', 'señor', 'Øst', 'n’est plus', '東京'])}`
    : title
}
