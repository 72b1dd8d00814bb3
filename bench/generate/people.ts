import { mix, Random } from './random.ts'
import { ENGLISH_NAMES, LATIN_NAMES, OTHER_NAMES } from './vocabulary.ts'

/** How many people there are; the first ones work more often. */
const PEOPLE = 150_000

/** The name of somebody, the same for the same number. */
function nameOf(number: number): string {
  const random = new Random(mix(number, 11))
  // Of the real names, three in a hundred have a letter that English lacks.
  const foreign = random.share()
  const { first, last } =
    foreign < 0.003 ? random.pick(OTHER_NAMES) : foreign < 0.1 ? random.pick(LATIN_NAMES) : ENGLISH_NAMES
  const name = `${random.pick(first)} ${random.pick(last)}`
  if (random.chance(0.01)) return `${name} Jr.`
  return random.chance(0.03) ? name.replace(' ', ` ${String.fromCharCode(random.between(65, 90))}. `) : name
}

const known: string[] = []

function person(random: Random): string {
  const number = random.skewed(PEOPLE)
  known[number] ??= nameOf(number)
  return known[number] as string
}

export function crew(random: Random, most: number): string[] {
  return Array.from({ length: 1 + random.skewed(most) }, () => person(random))
}

/** A critic: where they write, and the scale that they keep to. */
export interface Critic {
  name: string
  publication: string
  domain: string
  top: boolean
  scale: Scale
}
export type Scale = '/5' | '/4' | '/10' | '/100' | 'letter' | 'none'

/** As in `shared/data/clapper`: of the reviews with a score, 58 % have one of five, 16 % one of four… */
const SCALES: readonly [Scale, number][] = [
  ['/5', 0.5],
  ['/4', 0.14],
  ['letter', 0.115],
  ['/10', 0.1],
  ['/100', 0.005],
  ['none', 0.14],
]
const PAPERS = ['Times', 'Tribune', 'Film Review', 'Herald', 'on Screen', 'Daily', 'Weekly', 'Cinema', 'Post']
const ENDS = ['.com', '.com', '.com', '.net', '.org', '.co.uk', '.fr', '.com.br']

const CRITICS = 15_000
const critics: Critic[] = []

export function critic(random: Random): Critic {
  const number = random.skewed(CRITICS)
  critics[number] ??= criticOf(number)
  return critics[number] as Critic
}

function criticOf(number: number): Critic {
  const random = new Random(mix(number, 13))
  const name = nameOf(number * 5 + 3)
  // Papers employ many of them, and one in four writes at a place of their own.
  const paper = new Random(mix(random.skewed(2_700), 17))
  const own = random.share()
  const surname = name.split(' ').at(-1)
  const publication =
    own < 0.015
      ? `${surname} & the Movies`
      : own < 0.25
        ? `${surname} Reviews`
        : `${paper.pick(ENGLISH_NAMES.last)} ${paper.pick(PAPERS)}${paper.chance(0.05) ? ' (Memphis, TN)' : ''}`
  const domain = `${publication.toLowerCase().replace(/[^a-z0-9]+/g, '')}${paper.pick(ENDS)}`
  return { name, publication, domain, top: random.chance(0.2), scale: scaleOf(random.share()) }
}

function scaleOf(share: number): Scale {
  let rest = share
  for (const [scale, part] of SCALES) {
    if (rest < part) return scale
    rest -= part
  }
  return 'none'
}
