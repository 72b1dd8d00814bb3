import type { Film } from './film.ts'
import { type Critic, critic } from './people.ts'
import type { Random } from './random.ts'
import { isoDate } from './rt-movies.ts'
import { prose } from './sentences.ts'
import { ADJECTIVES, NOUNS } from './vocabulary.ts'

export const RT_REVIEWS_COLUMNS =
  'id,reviewId,creationDate,criticName,isTopCritic,originalScore,reviewState,publicatioName,reviewText,scoreSentiment,reviewUrl'.split(
    ',',
  )

export function rtReviewRow(film: Film, slug: string, id: number, random: Random): (string | null)[] {
  const by = critic(random)
  const positive = random.chance(film.quality)
  const ratio = positive ? 0.6 + 0.4 * random.share() : 0.6 * random.share()
  const year = Math.min(2023, Math.max(film.year, 2000) + random.skewed(20))
  const length = Math.min(290, Math.max(10, 149 + 60 * random.normal()))
  const text = random.chance(0.02) ? null : dressed(random, prose(random, length, positive), film)
  return [
    slug,
    String(id),
    isoDate(year, random.between(1, 12), random.between(1, 28)),
    by.name,
    by.top ? 'True' : 'False',
    score(random, ratio, by),
    positive ? 'fresh' : 'rotten',
    by.publication,
    text,
    positive ? 'POSITIVE' : 'NEGATIVE',
    random.chance(0.986) ? address(random, slug, by) : null,
  ]
}

/** Sites make the end of an address of the headline. */
function address(random: Random, slug: string, { domain }: Critic): string {
  const folder = random.pick(['movies', 'review', 'film', 'arts/reviews'])
  const headline = `${random.pick(ADJECTIVES)}-${random.pick(NOUNS)}`
  return `https://www.${domain}/${folder}/${random.between(2000, 2023)}/${slug.replaceAll('_', '-')}-${headline}-${random.below(1e5)}${
    random.chance(0.03) ? '?p=1&full=1' : ''
  }`
}

const LETTERS = ['F', 'D-', 'D', 'D+', 'C-', 'C', 'C+', 'B-', 'B', 'B+', 'A-', 'A', 'A+']
const halves = (ratio: number, of: number) => String(Math.round(ratio * of * 2) / 2)

/** A ratio as its critic writes it. */
function score(random: Random, ratio: number, { scale }: Critic): string | null {
  if (scale === 'none' || random.chance(0.165)) return null
  const odd = random.share()
  if (odd < 0.0007) return random.pick(['Recommended', 'Not recommended', '0/0', '6/5'])
  if (scale === 'letter') return LETTERS[Math.round(ratio * 12)] as string
  if (scale === '/100') return `${Math.round(ratio * 100)}/100`
  if (scale === '/10') return odd < 0.004 ? halves(ratio, 10) : `${halves(ratio, 10)}/10`
  const of = scale === '/4' ? 4 : 5
  const given = halves(ratio, of)
  if (odd < 0.004) return given
  if (odd < 0.005) return `${given} of ${of}`
  if (odd < 0.006) return `${given} / ${of}`
  return scale === '/4' && odd < 0.03 ? `${Number(given).toFixed(1)}/4.0` : `${given}/${of}`
}

const REFERENCES: Record<string, string> = {
  ',': '&#44;',
  '.': '&#46;',
  "'": '&#8217;',
  '?': '&#63;',
  ':': '&#58;',
  '"': '&quot;',
}
const FOREIGN = ['Spanish', 'Portuguese', 'French', 'Italian', 'German']

/** The same text in the ways that real ones are: quoted, foreign, encoded as HTML, with line ends. */
function dressed(random: Random, text: string, film: Film): string {
  let result = text
  if (random.chance(0.06)) result = `"${film.title}" -- ${result}`
  if (random.chance(0.05)) result += ` [Full review in ${random.pick(FOREIGN)}]`
  const look = random.share()
  if (look < 0.12) return result.replace(/[,.'?:"]/g, (mark) => REFERENCES[mark] ?? mark)
  if (look < 0.14) return result.replace(' ', ' &amp; ').replace('.', ' – no&nbsp;less.')
  if (look < 0.16) return result.replace(/'/g, '’').replace(' -- ', ' — ')
  if (look < 0.18) return `${random.pick(['Così', 'Señor', 'Voilà,', 'Übrigens:', 'No coração,'])} ${result}`
  if (look < 0.183) return `${result} 😀 最高`
  if (look < 0.188) return result.replace(/[.;] /, '.\n\n')
  return look < 0.2
    ? `${result} `
    : look < 0.222
      ? ` ${result}`
      : result.replace(/[,;] /, look < 0.23 ? ',  ' : ', ')
}
