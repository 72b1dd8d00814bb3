import { isDeepStrictEqual } from 'node:util'
import type { TableDiff } from '../../api.ts'
import type { Duck, QueryOptions } from '../../duck/index.ts'
import { type Compared, PLACE, quoted } from './relations.ts'

/** The first few rows of each kind, by key: their keys, and of changed ones the values before and after. */
export async function sampleRows(
  duck: Duck,
  compared: Compared,
  { samples, ...options }: QueryOptions & { samples: number },
): Promise<TableDiff['samples']> {
  const keys = compared.key.join(', ')
  const some = `SELECT ${keys} FROM ${compared.differing} WHERE state = $1 ORDER BY ${keys} LIMIT $2`
  const keysOf = async (state: string) => {
    const rows = await duck.query(some, [state, samples], options)
    return rows.map((row) => shownKey(compared, (part) => row[part]))
  }
  return {
    added: await keysOf('added'),
    removed: await keysOf('removed'),
    changed: await changedRows(duck, compared, { some, samples }, options),
  }
}

async function changedRows(
  duck: Duck,
  compared: Compared,
  { some, samples }: { some: string; samples: number },
  options: QueryOptions,
): Promise<TableDiff['samples']['changed']> {
  const { key, columns } = compared
  const pairs = columns.flatMap(({ name }, index) => [
    `one.${quoted(name)} AS a${index}`,
    `other.${quoted(name)} AS b${index}`,
  ])
  const rows = await duck.query(
    `SELECT ${key.map((part) => `found.${part} AS k_${part}`).join(', ')}, ${pairs.join(', ')}
     FROM (${some}) AS found
     JOIN ${compared.rows('a')} AS one ON ${compared.on('found', 'one')}
     JOIN ${compared.rows('b')} AS other ON ${compared.on('found', 'other')}
     ORDER BY ALL`,
    ['changed', samples],
    options,
  )
  return rows.map((row) => ({
    key: shownKey(compared, (part) => row[`k_${part}`]),
    values: columns.flatMap(({ name }, index) => {
      const [a, b] = [row[`a${index}`], row[`b${index}`]]
      return isDeepStrictEqual(a, b) ? [] : [{ column: name, a, b }]
    }),
  }))
}

/** The key of a row as people know it. */
function shownKey({ key }: Compared, value: (part: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(key.filter((part) => part !== PLACE).map((part) => [part, value(part)]))
}
