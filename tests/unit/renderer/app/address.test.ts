import { expect, test } from 'vitest'
import { formatAddress, parseAddress } from '../../../../src/renderer/app/address.ts'
import { parseSort, sortParam } from '../../../../src/renderer/pages/explorer/table/sort.ts'

test('search and order of the explorer are in its address, and of no other page', () => {
  const hash = '#/explorer/reviews?film=tt1&q=le+parrain+%26+co&sort=year%3Adesc&from_year=1990'
  const address = parseAddress(hash)
  expect(address).toEqual({
    page: 'explorer',
    section: 'reviews',
    film: 'tt1',
    search: 'le parrain & co',
    sort: 'year:desc',
    filters: { from_year: 1990 },
  })
  expect(formatAddress(address)).toBe(hash)
  expect(formatAddress({ ...address, page: 'quality', film: null, section: null })).toBe(
    '#/quality?from_year=1990',
  )
  expect(parseAddress('#/explorer')).toMatchObject({ search: null, sort: null })
})

test('an order as the engine takes it, and back', () => {
  for (const sort of [
    { id: 'year', desc: true },
    { id: 'box_office_usd', desc: false },
  ])
    expect(parseSort(sortParam(sort).sort ?? null)).toEqual(sort)
  for (const wrong of [null, '', 'a b', 'year:up', 'year;drop']) expect(parseSort(wrong)).toBeNull()
})
