import { expect, it } from 'vitest'
import { CHANGES, perturbed } from '../../../bench/matching/perturb.ts'

const film = (title: string) => ({ title, year: 2001, original: null })

it.each([
  ['article put last', 'The Matador', { title: 'Matador, The' }],
  ['article put last', 'Avatar', null],
  ['article left out', 'A Quiet Place', { title: 'Quiet Place' }],
  ['& for and', 'Lilo & Stitch', { title: 'Lilo and Stitch' }],
  ['& for and', 'Thelma and Louise', { title: 'Thelma & Louise' }],
  ['other numerals', 'Rocky II', { title: 'Rocky 2' }],
  ['other numerals', 'Toy Story 3', { title: 'Toy Story III' }],
  ['without accents, in capitals', 'Amélie', { title: 'AMELIE' }],
  ['without punctuation', 'Mr. & Mrs. Smith', { title: 'Mr & Mrs Smith' }],
  ['subtitle left out', 'Alien: Covenant', { title: 'Alien' }],
  ['subtitle alone', 'Alien: Covenant', { title: 'Covenant' }],
  ['original title', 'Amélie', null],
  ['a year later', 'Amélie', { year: 2002 }],
])('%s: %s', (kind, title, changed) => expect(CHANGES[kind]?.(film(title))).toEqual(changed))

it('changes each film once, and no kind far more often than another that is possible', () => {
  const films = Array.from({ length: 60 }, (_, n) => ({
    id: `tt${n}`,
    ...film(`The Part ${2 + (n % 8)}: A Story, & More`),
  }))
  const made = perturbed(films)
  expect(made.map(({ id }) => id)).toEqual(films.map(({ id }) => id))
  const counts = Object.values(Object.groupBy(made, ({ kind }) => kind)).map((each) => each?.length ?? 0)
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2)
})
