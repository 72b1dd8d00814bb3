import { type Meaning, type Unit, unitsOf } from '../sources/index.ts'
import { readConcepts } from './concepts.ts'
import { readHeader, wordsOf } from './headers.ts'
import { ASIDE, PHRASES } from './phrases.ts'
import { inEnglish } from './tongues.ts'

/** What the name of a column says. */
export interface NameGuess {
  means: Meaning
  score: number
  unit?: Unit
}

export interface NameReading {
  guesses: readonly NameGuess[]
  /** It says what the column is: values alone must be sure to say otherwise. */
  telling: boolean
  /** It says that it is none of what we use. */
  aside: boolean
  /** It is a word, whatever it means: `x` and `col_3` are none. */
  word: boolean
}

/** What the words and the unit of a name say, in whatever order and language. */
export function readName(name: string): NameReading {
  const raw = wordsOf(name)
  const { words, unit, foreign } = readHeader(name)
  const guesses = new Map<Meaning, NameGuess>()
  const add = (means: Meaning, score: number, own?: Unit) => {
    const written = unitsOf(means)
    const as = own ?? (unit !== undefined && written.includes(unit) && unit !== 'usd' ? unit : undefined)
    // A name with a unit that this is never written in: `Rating (min)`.
    const fits = unit === undefined || written.includes(unit) || OF_ANY.has(unit)
    const sure = (fits ? score : score * 0.4) * (foreign && MONEY.has(means) ? 0.3 : 1)
    const known = guesses.get(means)
    if (!known || known.score < sure) guesses.set(means, { means, score: sure, ...(as ? { unit: as } : {}) })
  }
  const english = inEnglish(words)
  const whole = english.unknown.length === 0 ? [english.words.join(' ')] : []
  for (const text of new Set([raw, words, ...whole]))
    for (const [pattern, means, score, own] of PHRASES) if (pattern.test(text)) add(means, score, own)
  const aside = [raw, words].some((text) => ASIDE.test(text)) || isLeft(english.words)
  const concept = aside ? null : readConcepts(words)
  if (concept) add(concept.means, concept.score)
  if (guesses.size === 0 && !aside) for (const means of UNIT_SAYS[unit ?? 'text'] ?? []) add(means, 0.5)
  return {
    guesses: [...guesses.values()],
    telling: guesses.size > 0 || aside,
    aside,
    word: !NAMELESS.test(raw),
  }
}

const NAMELESS =
  /^(?:col(?:umn)?|c|f|field|var(?:iable)?|v|x|attr(?:ibute)?|feature|unnamed)?[ ]?(?:[a-z]{0,2}|\d*)$/
const MONEY: ReadonlySet<Meaning> = new Set([
  'box_office_usd',
  'box_office_abroad_usd',
  'box_office_worldwide_usd',
])
/** What stands in brackets for other reasons as well. */
const OF_ANY: ReadonlySet<Unit> = new Set(['ten', 'five', 'percent'])
/** Words of what is landed and left aside. */
const LEFT = new Set('budget plot poster rank admission distributor certificate'.split(' '))
function isLeft(words: readonly string[]): boolean {
  // A share of the takings is no sum.
  const share =
    words.includes('percent') && words.some((word) => /^(gross|revenue|home|world|abroad)$/.test(word))
  return share || words.some((word) => LEFT.has(word))
}
/** What a unit says of a name that no dictionary has. */
const UNIT_SAYS: Partial<Record<Unit, readonly Meaning[]>> = {
  minutes: ['runtime_minutes'],
  hours: ['runtime_minutes'],
  usd: ['box_office_usd'],
  usd_millions: ['box_office_usd'],
}
