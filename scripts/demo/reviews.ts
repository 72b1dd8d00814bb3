import { csv } from './csv.ts'
import { isoDate, type RtFilm } from './layouts.ts'

const COLUMNS =
  'id,reviewId,creationDate,criticName,isTopCritic,originalScore,reviewState,publicatioName,reviewText,scoreSentiment,reviewUrl'

/** Said in every review, in both languages, so that nobody takes one for somebody's opinion. */
const LABEL = 'Démo (avis inventé) · Demo (made-up review)'
const TAG = '[avis inventé · made-up review]'

const FILMS = 600
const CRITICS = 40
const TOP_CRITICS = 8
const PAPERS = ['La Gazette', 'Le Projecteur', 'Le Carnet', 'The Reel', 'The Balcony', 'The Interval']
const FIRST_ID = 9_000_001

const TEXTS = {
  positive: [
    ['Une mise en scène précise', 'et des acteurs toujours justes.'],
    ['Le récit avance sans un temps mort,', 'jusqu’à une fin qui touche.'],
    ['A confident piece of work:', 'it earns every one of its minutes.'],
    ['Funny where it should be,', 'and unexpectedly moving in its last act.'],
    ['La photographie est superbe', 'et la musique ne force jamais l’émotion.'],
    ['Sharp dialogue, a steady hand,', 'and a story that trusts its audience.'],
  ],
  negative: [
    ['Une bonne idée de départ,', 'perdue dans un scénario qui hésite.'],
    ['Trop long, trop sage,', 'et sans une image qui reste.'],
    ['The premise is fine;', 'the film never finds out what to do with it.'],
    ['Loud, long and oddly lifeless,', 'however hard its cast works.'],
    ['Les effets prennent toute la place', 'et les personnages n’en ont plus.'],
    ['It repeats itself until', 'even its best scene has lost its surprise.'],
  ],
} as const

const LETTERS = ['F', 'D', 'C-', 'C', 'C+', 'B-', 'B', 'B+', 'A-', 'A']

/** `rt_reviews`: made-up reviews of the films that most people voted for, the same at every call. */
export function rtReviews(films: readonly RtFilm[]): string {
  const random = mulberry32(20_101_121)
  const integer = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const known = films
    .toSorted((one, other) => (other.imdbVotes ?? 0) - (one.imdbVotes ?? 0) || one.number - other.number)
    .slice(0, FILMS)
  let id = FIRST_ID
  const rows = known.flatMap((film) =>
    Array.from({ length: integer(2, 6) }, () => {
      const sentiment = random() * 100 < film.tomatoMeter ? 'positive' : 'negative'
      const critic = integer(1, CRITICS)
      return {
        id: film.slug,
        reviewId: id++,
        creationDate: daysAfter(film, integer(0, 60)),
        criticName: `Critique inventé / Made-up critic ${critic}`,
        isTopCritic: critic <= TOP_CRITICS ? 'True' : 'False',
        originalScore: score(
          sentiment === 'positive' ? 0.6 + random() * 0.4 : random() * 0.55,
          integer(0, 4),
        ),
        reviewState: sentiment === 'positive' ? 'fresh' : 'rotten',
        publicatioName: `${LABEL} – ${PAPERS[critic % PAPERS.length]}`,
        reviewText: text(sentiment, integer),
        scoreSentiment: sentiment.toUpperCase(),
        reviewUrl: null,
      }
    }),
  )
  return csv(COLUMNS.split(','), rows)
}

function text(sentiment: keyof typeof TEXTS, integer: (low: number, high: number) => number): string {
  const [begin, end] = TEXTS[sentiment][integer(0, TEXTS[sentiment].length - 1)] ?? ['', '']
  return `${begin} ${end} ${TAG}`
}

/** A ratio in one of the scales that reviews use; none for one review of five. */
function score(ratio: number, scale: number): string | null {
  if (scale === 0) return `${Math.round(ratio * 10) / 2}/5`
  if (scale === 1) return `${Math.round(ratio * 10)}/10`
  if (scale === 2) return `${Math.round(ratio * 100)}/100`
  if (scale === 3) return LETTERS[Math.round(ratio * (LETTERS.length - 1))] ?? null
  return null
}

function daysAfter(film: RtFilm, days: number): string {
  const date = new Date(isoDate(film.released))
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** A small generator of numbers in [0, 1) that gives the same ones everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
