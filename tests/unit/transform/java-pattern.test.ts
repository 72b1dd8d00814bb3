import { expect, test } from 'vitest'
import { javaPattern, javaReplacement } from '../../../src/pipeline/transform/java-pattern.ts'

test.each([
  ['the end of a text, not of its last line', '^a$', '(?d)^a\\z'],
  ['a dollar in a class or escaped is itself', '[$]\\$', '(?d)[$]\\$'],
  ['the same spaces', '\\s+[\\s,]', '(?d)[\\t\\n\\f\\r ]+[\\t\\n\\f\\r ,]'],
  ['a bracket that closes at once is a character', '[]a][^]b]', '(?d)[\\]a][^\\]b]'],
  ['classes do not nest', '[a[b]&&]', '(?d)[a\\[b]&&]'],
  ['what is escaped stays', '\\pL\\x{00A0}\\.', '(?d)\\pL\\x{00A0}\\.'],
])('%s', (_name, pattern, java) => {
  expect(javaPattern(pattern)).toBe(java)
})

test('words are of ASCII, as in RE2', () => {
  expect(javaPattern('\\bJr\\b')).toContain('(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])')
})

test('groups and dollars of a replacement', () => {
  expect(javaReplacement(' \\1')).toBe(' $1')
  expect(javaReplacement('$5\\')).toBe('\\$5\\\\')
})
