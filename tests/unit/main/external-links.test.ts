import { expect, test } from 'vitest'
import { isKnownSite } from '../../../src/main/external-links.ts'

test('only the pages of known sites leave the studio, by https', () => {
  expect(isKnownSite('https://www.imdb.com/title/tt0111161/')).toBe(true)
  expect(isKnownSite('https://www.rottentomatoes.com/m/heat')).toBe(true)
})

test.each([
  'http://www.imdb.com/title/tt0111161/',
  'https://www.imdb.com.evil.example/',
  'https://evil.example/www.imdb.com',
  'https://user:password@www.imdb.com/',
  'https://www.imdb.com@evil.example/',
  'https://www.imdb.com:8443/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://server/share',
  'not an address',
  '',
])('%s does not', (address) => {
  expect(isKnownSite(address)).toBe(false)
})
