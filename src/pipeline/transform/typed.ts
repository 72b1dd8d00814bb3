import type { Meaning, SourceField, SourceSpec } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import { prepared, ruleOf, typedValue, unitOf } from './prepared.ts'
import { amount, notation } from './rules/money.ts'
import { year } from './rules/numbers.ts'
import { type Columns, keyOf, keyParts } from './typed-keys.ts'

/** Where the engine finds the records of a source before the transform: `landing`, then each field as text. */
export function rawTable(source: string): string {
  return `raw_${source}`
}

/** The columns of the raw table: the fields that the transform reads. */
export function rawColumns(spec: SourceSpec): { column: string; field: SourceField }[] {
  return spec.fields
    .filter((field) => field.means !== undefined || spec.keys.includes(field.name))
    .map((field) => ({ column: `f_${field.name}`, field }))
}

/**
 * The typed records of a source, over its raw table or what stands in for it: `landing`, `key`, `film_ref` (by
 * which a record refers to its film; a list where it is of several), then the columns it fills. In layers,
 * because a rule names its value more than once, and a value must not be worked out again each time.
 */
export function typedSelect(d: Dialect, spec: SourceSpec, from = rawTable(spec.id)): string {
  const fields = rawColumns(spec)
  const columns = typedColumns(spec)
  const first = (field: SourceField, column: string) => ruleOf(field).first?.(d, column) ?? column
  const layers: Columns[] = [
    fields.map(({ field, column }) => [column, first(field, column)]),
    fields.map(({ field, column }) => [prepared(field), ruleOf(field).read(d, column, unitOf(field))]),
    fields.map(({ field }) => [prepared(field), ruleOf(field).settle(d, prepared(field))]),
    [...keyParts(d, spec), ...columns.map(({ name, sql }): Columns[number] => [name, sql(d)])],
    [...keyOf(d, spec), ...columns.map(({ name }): Columns[number] => [name, name])],
  ]
  return layers.reduce((source, columns, index) => {
    const list = columns.map(([name, sql]) => (name === sql ? name : `${sql} AS ${name}`))
    return `SELECT landing, ${list.join(',\n  ')}\nFROM ${index === 0 ? from : `(${source}) AS layer_${index}`}`
  }, '')
}

/** A column that a source fills, over its prepared fields. */
interface TypedColumn {
  name: string
  sql(d: Dialect): string
}

export function typedColumns(spec: SourceSpec): TypedColumn[] {
  const columns: TypedColumn[] = []
  for (const [meaning, fields] of meanings(spec)) {
    const name = LINKS[meaning] ?? meaning
    const known = meaning === spec.film || meaning === 'own_id' || meaning === 'review_id'
    if (known || columns.some((column) => column.name === name)) continue
    if (isMixedMoney(fields))
      columns.push(
        { name: `${name}_amount`, sql: (d) => firstKnown(fields.map((field) => amount(d, prepared(field)))) },
        { name: `${name}_form`, sql: (d) => firstKnown(fields.map((field) => notation(d, prepared(field)))) },
      )
    else columns.push({ name, sql: (d) => together(d, fields) })
  }
  const title = spec.fields.find((field) => field.means === 'title' && field.unit === 'title_year')
  if (title && !columns.some(({ name }) => name === 'year'))
    columns.push({ name: 'year', sql: (d) => year(d, d.extract(prepared(title), '\\(([0-9]{4})\\)$', 1)) })
  return columns
}

/** An id that is not the one a record refers by still tells which film of the other site it is. */
const LINKS: Partial<Record<Meaning, string>> = {
  rt_address: 'rt_slug',
  rt_id: 'rt_slug',
  imdb_id: 'imdb_link',
}

/** The columns whose amounts may be in full dollars or in millions: told once all of them are known (units.ts). */
export function mixedMoney(spec: SourceSpec): string[] {
  return [...meanings(spec)].filter(([, fields]) => isMixedMoney(fields)).map(([meaning]) => meaning)
}

const isMixedMoney = (fields: readonly SourceField[]) =>
  fields.some((field) => field.means?.startsWith('box_office') && unitOf(field) === 'auto')

/** The fields of each meaning, in the order of the source. */
function meanings(spec: SourceSpec): Map<Meaning, SourceField[]> {
  const found = new Map<Meaning, SourceField[]>()
  for (const field of spec.fields)
    if (field.means) found.set(field.means, [...(found.get(field.means) ?? []), field])
  return found
}

function together(d: Dialect, fields: readonly SourceField[]): string {
  const values = fields.map((field) => typedValue(d, field))
  if (fields.length === 1 || !fields.every((field) => ruleOf(field).list)) return firstKnown(values)
  const lists = fields.map((field) => `coalesce(${prepared(field)}, ${d.emptyList()})`)
  return d.orNull(d.distinctInOrder(lists.reduce((one, other) => d.concatLists(one, other))))
}

function firstKnown(values: readonly string[]): string {
  return values.length === 1 ? `${values[0]}` : `coalesce(${values.join(', ')})`
}
