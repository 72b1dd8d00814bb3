import { expect, test } from 'vitest'
import { createFormat } from '../../../../src/renderer/i18n/create-format.ts'
import { exactScore } from '../../../../src/renderer/pages/contributions/exact-score.ts'
import { scoreExample } from '../../../../src/renderer/pages/contributions/score-example.ts'

test.each([
  ['4', '4/5'],
  ['8', '8/10'],
  ['85', '85/100'],
  ['3,5', '3,5/5'],
  ['★★★½', '4/5'],
  ['850', '4/5'],
])('a score without a scale, %s, could be written %s', (typed, example) => {
  expect(scoreExample(typed)).toBe(example)
})

test.each([
  [89, '89'],
  [88.5, '88,5'],
  [88.25, '88,25'],
])('the score %d is shown as it is', (value, text) => {
  expect(exactScore(createFormat('fr'), value)).toBe(text)
})
