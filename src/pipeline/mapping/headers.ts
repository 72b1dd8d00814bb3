import type { Unit } from '../sources/index.ts'

/** A header as the rules read it. */
export interface Header {
  /** In lower case, without accents and signs, and without what stands in brackets. */
  words: string
  /** How the values are written, where the header says it: `(min)`, `($M)`, `(/10)`. */
  unit: Unit | undefined
  /** It is money of another country: nothing converts it. */
  foreign: boolean
}

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ø: 'o', ß: 'ss', ł: 'l' }

/** `imdbRating`, `IMDB_rating` and `domgross_2013$` as words in lower case, without accents. */
export function wordsOf(name: string): string {
  return name
    .replace(/\b([IOT]MD)b/g, '$1B')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[œæøßł]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9%]+/g, ' ')
    .replace(/%/g, ' percent ')
    .replace(/\s+/g, ' ')
    .trim()
}

const UNITS: readonly (readonly [pattern: RegExp, unit: Unit])[] = [
  [/^(in )?(m|mi?ns?|minut(e|es|en|i|os)|mn)\.?$/i, 'minutes'],
  [/^(in )?(h|hrs?|hours?|heures?|stunden|std|ore|horas)\.?$/i, 'hours'],
  [/^(in )?(s|secs?|seconds?|secondes?|sekunden)\.?$/i, 'seconds'],
  [
    /^(in |en )?(m ?(us)?\$|(us)?\$ ?(m|mn|mio|mil|mill|millions?)|(usd|us dollars?|dollars?) ?(m|mn|mio|millions?)|(m|mn|mio|millions?) ?(of |de )?(usd|us\$|dollars?|\$)?|mill?ion(s|en|es|i)?)\.?$/i,
    'usd_millions',
  ],
  [/^(in )?(k ?\$|\$ ?k|\$? ?thousands?|usd k|k ?usd|thousands? (of )?(usd|\$|dollars))$/i, 'usd_thousands'],
  [/^(in )?(us ?\$|\$|usd|us dollars?|dollars?)$/i, 'usd'],
  [/^(\/|out of |sur |von |de |su |0 ?[-–] ?)? ?10$/i, 'ten'],
  [/^(\/|out of |sur |von |de |su |0 ?[-–] ?)? ?5$/i, 'five'],
  [/^(%|in %|percent|(\/|out of |sur |von |0 ?[-–] ?)? ?100)$/i, 'percent'],
]
const FOREIGN = /€|£|¥|₹|\b(eur|euros?|gbp|pounds?|livres?|jpy|yen|inr|rupees?|chf|cny|rmb)\b/i

/** A header without what stands in brackets, which tells the unit: `Director(s)` is `directors`. */
export function readHeader(name: string): Header {
  const whole = name.replace(/(\p{L})\((\p{L}{1,4})\)/gu, '$1$2')
  const brackets = [...whole.matchAll(/[([{]([^()[\]{}]*)[)\]}]/g)].map(([, inner]) => (inner ?? '').trim())
  const outside = whole.replace(/[([{][^()[\]{}]*[)\]}]/g, ' ')
  const { rest, unit: ending } = withoutEnding(outside)
  const unit = brackets.map(unitOf).find((each) => each !== undefined) ?? ending
  const told = brackets.filter((inner) => unitOf(inner) === undefined && !/^\d*$/.test(inner))
  return {
    words: wordsOf([rest, ...told].join(' ')) || wordsOf(name),
    unit,
    foreign: FOREIGN.test(name.replaceAll('_', ' ')),
  }
}

const unitOf = (text: string) => UNITS.find(([pattern]) => pattern.test(text))?.[1]

/** `Runtime in minutes`, `gross_usd`, `Worldwide $M`, `Note /10`: the unit ends the name. */
function withoutEnding(text: string): { rest: string; unit: Unit | undefined } {
  const spaced = text.trim().replaceAll('_', ' ')
  const match =
    /^(.+?)[\s,:-]+((?:in |en )?(?:us ?)?\$ ?(?:m|mn|millions?)?|(?:in |en )?(?:us dollars?|usd|dollars?)(?: millions?)?|(?:in |en )?millions?(?: (?:of )?(?:usd|dollars?|\$))?|(?:in |en )?(?:mins?|minutes?|hours?|heures?)|(?:\/|out of |sur )\s?\d+|%)$/i.exec(
      spaced,
    )
  const [, rest, ending] = match ?? []
  const unit = ending === undefined ? undefined : unitOf(ending.trim())
  return rest !== undefined && unit !== undefined ? { rest, unit } : { rest: text, unit: undefined }
}
