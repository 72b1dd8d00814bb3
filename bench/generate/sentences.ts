import type { Random } from './random.ts'
import { ADJECTIVES, ADVERBS, NOUNS, PROPER, VERBS } from './vocabulary.ts'

const SLOTS = { noun: NOUNS, adjective: ADJECTIVES, adverb: ADVERBS, verb: VERBS, name: PROPER }

/** Text with slots, ready to be filled: pieces of text, and the words that come after each. */
interface Template {
  pieces: string[]
  words: (readonly string[])[]
}

const compile = (text: string): Template => {
  const parts = text.split(/\{(noun|adjective|adverb|verb|name)\}/)
  return {
    pieces: parts.filter((_, index) => index % 2 === 0),
    words: parts.filter((_, index) => index % 2 === 1).map((slot) => SLOTS[slot as keyof typeof SLOTS]),
  }
}

const OPENINGS = [
  '{name} makes a {adjective} {noun} of it, {adverb} {adjective}',
  'A {adjective} {noun} that dares to {verb} {adjective} {noun}',
  'Less {noun} than {adjective} {noun}, {adverb}',
  'It wants to {verb}, {verb} and {verb}',
  "There's {adjective}, {adjective} {noun} in {name}'s {noun}",
  'Every {noun} in {name} seems {adverb} {adjective}',
  "You won't {verb} so {adjective} a {noun} from {name} {name}",
  'Beneath {noun} and {noun} lies {adjective} {noun}',
  'As {noun}, {adjective}; as {noun}, {adverb} {adjective}',
  '{name} and {name} {adverb} {verb} their {noun}',
  'What begins as {adjective} {noun} ends as {adjective} {noun}',
  '{name} {adverb} turns {noun} into {noun}',
  'Come for {adjective} {noun}. Stay for {name}',
  '{adverb} {adjective}, this sequel has {noun} to spare',
  "{name}'s screenplay can't {verb} its {noun}",
  'Performances range from {adjective} ({name}) to {adverb} {adjective} ({name})',
]
const CLOSINGS = [
  ', and the {noun} never {adverb} recovers.',
  ', yet {name} leaves us wanting {noun}.',
  ', though {adjective} {noun} will {verb} the patient.',
  ' -- {adjective} {noun} indeed.',
  '. I would rather {verb} {noun} with {name}.',
  ', with {adjective} cast, {noun} and too much {noun}.',
  "; it's {adjective} enough to {verb}.",
  ', but the third act is {noun} and {noun}.',
  '.',
  '!',
  '?',
  ', {adverb} what {name} needed.',
]
const PRAISE = [' A {adjective} triumph.', ' Go and {verb} it.', ' Worth every {noun}.']
const BLAME = [' A {adjective} waste.', ' Avoid, and {verb}.', ' Not worth the {noun}.']

const sets = { openings: OPENINGS, closings: CLOSINGS, praise: PRAISE, blame: BLAME }
const templates = Object.fromEntries(
  Object.entries(sets).map(([name, texts]) => [name, texts.map(compile)]),
) as Record<keyof typeof sets, Template[]>

function fill(random: Random, { pieces, words }: Template): string {
  let text = pieces[0] as string
  for (let i = 0; i < words.length; i++) {
    const list = words[i] as readonly string[]
    text += list[random.below(list.length)] as string
    text += pieces[i + 1] as string
  }
  return text
}

const sentence = (random: Random) =>
  fill(random, random.pick(templates.openings)) + fill(random, random.pick(templates.closings))

/** About `length` characters of prose on a film, never more than 300, as the public file has it. */
export function prose(random: Random, length: number, positive: boolean): string {
  let text = sentence(random)
  while (text.length < length - 40) text += ` ${sentence(random)}`
  if (text.length < length - 15)
    text += fill(random, random.pick(positive ? templates.praise : templates.blame))
  if (text.length <= Math.max(length, 30)) return text
  const cut = text.lastIndexOf(' ', Math.min(300, length + 20))
  return cut > 10 ? `${text.slice(0, cut)}.` : text
}

/** A few words as a title has them. */
export function titleWords(random: Random): string {
  const word = (list: readonly string[]) => capital(random.pick(list))
  switch (random.below(6)) {
    case 0:
      return `The ${word(NOUNS)}`
    case 1:
      return `${word(ADJECTIVES)} ${word(NOUNS)}`
    case 2:
      return `The ${word(ADJECTIVES)} ${word(NOUNS)}`
    case 3:
      return `${word(NOUNS)} & ${word(NOUNS)}`
    case 4:
      return `${word(NOUNS)} of the ${word(ADJECTIVES)} ${word(NOUNS)}`
    default:
      return `${word(VERBS)} ${word(ADVERBS)}`
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
