import {
  BIGINT,
  DOUBLE,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBType,
  type DuckDBValue,
  type DuckDBValueConverter,
  type Json,
  JsonDuckDBValueConverter,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api'

/** What a statement's parameter may be. */
export type DuckValue = DuckDBValue

/** A list parameter, such as the several files of one table. */
export function list(values: readonly DuckValue[]): DuckValue {
  return listValue([...values])
}

/** The types of parameters, where DuckDB would guess: it takes a list for what its first item looks like, so
 * that `[8, 7.5]` would be whole numbers and `[]` of no type at all. */
export function parameterTypes(params: readonly DuckValue[]): (DuckDBType | undefined)[] {
  return params.map((param) => (param instanceof DuckDBListValue ? LIST(itemType(param.items)) : undefined))
}

function itemType(items: readonly DuckValue[]): DuckDBType {
  if (items.length > 0 && items.every((item) => typeof item === 'number')) return DOUBLE
  return items.length > 0 && items.every((item) => typeof item === 'bigint') ? BIGINT : VARCHAR
}

/**
 * Values as JSON carries them: whole numbers as numbers (as text beyond 2⁵³, where a number would lie),
 * DATE as `YYYY-MM-DD`, timestamps as ISO 8601 UTC, lists as arrays, DECIMAL as a number.
 */
export const toJson: DuckDBValueConverter<Json> = (value, type, converter) => {
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : String(value)
  }
  if (value instanceof DuckDBDecimalValue) return value.toDouble()
  if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) {
    const date = new Date(Number(value.micros / 1000n))
    return Number.isNaN(date.getTime()) ? String(value) : date.toISOString()
  }
  return JsonDuckDBValueConverter(value, type, converter)
}
