import { Random } from '../../../bench/generate/random.ts'
import * as words from './words.ts'

/** A film that was made up: what columns of invented tables are written from. */
export interface MadeFilm {
  n: number
  title: string
  originalTitle: string
  year: number
  month: number
  day: number
  minutes: number
  genres: string[]
  directors: string[]
  writers: string[]
  actors: string[]
  country: string
  language: string
  /** 0–10, as a mean of many votes. */
  rating: number
  votes: number
  critics: number
  audience: number
  metascore: number
  /** Dollars; 0 where they are not known. */
  home: number
  world: number
  budget: number
  imdb: number
  plot: string
}

type Draw = () => number
const pick = <T>(draw: Draw, from: readonly T[]): T => from[Math.floor(draw() * from.length)] as T
const some = <T>(draw: Draw, from: readonly T[], least: number, most: number): T[] => {
  const count = least + Math.floor(draw() * (most - least + 1))
  return [...new Set(Array.from({ length: count }, () => pick(draw, from)))]
}
/** Around 0, as the sum of a few numbers is. */
const bell = (draw: Draw) => draw() + draw() + draw() - 1.5
const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** The same films for the same seed. */
export function madeFilms(count: number, seed: number): MadeFilm[] {
  const numbers = new Random(seed)
  const draw = () => numbers.share()
  const crowd = Array.from({ length: Math.max(20, count) }, () => person(draw))
  const makers = crowd.slice(0, Math.max(6, Math.ceil(count / 3)))
  return Array.from({ length: count }, (_, n) => film(draw, n, crowd, makers))
}

const person = (draw: Draw) => `${pick(draw, words.GIVEN)} ${pick(draw, words.FAMILY)}`

function title(draw: Draw): string {
  const shape = draw()
  const [noun, other] = [pick(draw, words.NOUNS), pick(draw, words.NOUNS)]
  if (shape < 0.25) return `The ${noun}`
  if (shape < 0.4) return `${pick(draw, words.ADJECTIVES)} ${noun}`
  if (shape < 0.55) return `The ${noun} of the ${other}`
  if (shape < 0.65) return noun
  if (shape < 0.75) return `${noun} ${2 + Math.floor(draw() * 3)}`
  if (shape < 0.85) return `${noun}: ${pick(draw, words.ADJECTIVES)} ${other}`
  return `A ${noun} in ${pick(draw, words.PLACES)}`
}

function film(draw: Draw, n: number, crowd: readonly string[], makers: readonly string[]): MadeFilm {
  const quality = bell(draw)
  const home = draw() < 0.15 ? 0 : Math.round(Math.exp(14 + 3 * draw() + quality + bell(draw)))
  const name = title(draw)
  const country = pick(draw, words.COUNTRIES)
  return {
    n,
    title: name,
    originalTitle:
      draw() < 0.7 ? name : `${pick(draw, words.FOREIGN)} ${pick(draw, words.FOREIGN).toLowerCase()}`,
    year: 1950 + Math.floor(73 * Math.sqrt(draw())),
    month: 1 + Math.floor(draw() * 12),
    day: 1 + Math.floor(draw() * 28),
    minutes: Math.round(within(106 + 28 * bell(draw), 68, 212)),
    genres: some(draw, words.GENRES, 1, 3),
    directors: some(draw, makers, 1, draw() < 0.1 ? 2 : 1),
    writers: some(draw, makers, 1, 2),
    actors: some(draw, crowd, 3, 5),
    country,
    language: words.LANGUAGE_OF[country] ?? 'English',
    rating: Math.round(10 * within(6.4 + 1.6 * quality + 0.4 * bell(draw), 1.6, 9.2)) / 10,
    votes: Math.round(Math.exp(8 + 2 * quality + 2 * bell(draw))) + 5,
    critics: Math.round(within(58 + 34 * quality + 12 * bell(draw), 3, 100)),
    audience: Math.round(within(62 + 22 * quality + 10 * bell(draw), 14, 98)),
    metascore: Math.round(within(57 + 20 * quality + 8 * bell(draw), 9, 97)),
    home,
    world: home === 0 ? 0 : Math.round(home * (1.1 + 2 * draw())),
    budget: (1 + Math.floor(draw() * 40)) * 2_500_000,
    imdb: 100_000 + Math.floor(draw() * 8_000_000),
    plot: `When ${pick(draw, words.NOUNS).toLowerCase()} and ${pick(draw, words.NOUNS).toLowerCase()} meet in ${pick(draw, words.PLACES)}, nothing is as it was, and ${pick(draw, words.GIVEN)} has to choose.`,
  }
}
