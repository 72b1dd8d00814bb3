import type { ColumnType, Dialect } from './dialect.ts'
import { hexOf } from './duckdb.ts'
import { javaPattern, javaReplacement } from './java-pattern.ts'

/** Backslashes escape in Spark's text constants, and two quotes are two constants. */
const literal = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const TYPES: Record<ColumnType, string> = {
  VARCHAR: 'STRING',
  'VARCHAR[]': 'ARRAY<STRING>',
  INTEGER: 'INT',
  BIGINT: 'BIGINT',
  DOUBLE: 'DOUBLE',
  BOOLEAN: 'BOOLEAN',
  DATE: 'DATE',
}

/** Functions that the driver (`resources/spark/spark_transform.py`) adds to Spark: it has no such ones. */
const SPARK_FUNCTIONS = {
  nfc: 'cine_nfc',
  stripAccents: 'cine_strip_accents',
  lower: 'cine_lower',
  upper: 'cine_upper',
}

/** A character for each byte. */
const bytesOf = (text: string) => `decode(encode(${text}, 'UTF-8'), 'ISO-8859-1')`

/** Spark SQL's way of writing, for 3.5 and 4; the same results as `duckdbDialect`. */
export function sparkDialect(): Dialect {
  let lambdas = 0
  const fresh = (name: string) => `${name}_${++lambdas}`
  const pattern = (written: string) => literal(javaPattern(written))
  return {
    name: 'spark',
    // Written, so that what is made of it need not be planned again from the files on: a cached query would be.
    createTable: (name, select) => `CREATE TABLE ${name} USING parquet AS ${select}`,
    createView: (name, select) => `CREATE OR REPLACE TEMPORARY VIEW ${name} AS ${select}`,
    type: (type) => TYPES[type],
    asText: (value) => `CAST(${value} AS STRING)`,
    nullOf: (type) => `CAST(NULL AS ${TYPES[type]})`,
    literal,
    givenText: (text) => `decode(unhex('${hexOf(text)}'), 'UTF-8')`,
    matches: (text, written) => `(${text} RLIKE ${pattern(written)})`,
    extract: (text, written, group) => `regexp_extract(${text}, ${pattern(written)}, ${group})`,
    extractAll: (text, written) => `regexp_extract_all(${text}, ${pattern(written)}, 0)`,
    replaceAll: (text, written, replacement) =>
      `regexp_replace(${text}, ${pattern(written)}, ${literal(javaReplacement(replacement))})`,
    trim: (text, characters) => `trim(BOTH ${literal(characters)} FROM ${text})`,
    nfc: (text) => `${SPARK_FUNCTIONS.nfc}(${text})`,
    stripAccents: (text) => `${SPARK_FUNCTIONS.stripAccents}(${text})`,
    lower: (text) => `${SPARK_FUNCTIONS.lower}(${text})`,
    upper: (text) => `${SPARK_FUNCTIONS.upper}(${text})`,
    editDistance: (one, other) => `levenshtein(${bytesOf(one)}, ${bytesOf(other)})`,
    // `char` knows only the first 256.
    codePoint: (number) => `decode(unhex(lpad(hex(${number}), 8, '0')), 'UTF-32')`,
    tryCast: (value, type) => `try_cast(${value} AS ${type})`,
    fromHex: (digits) => `CASE WHEN ${digits} <> '' THEN try_cast(conv(${digits}, 16, 10) AS INT) END`,
    lookUp: (map, key) => {
      // One constant, read once: an entry of its own for each would be planned again and again.
      const entries = Object.entries(map).map(([name, value]) => `${name}\u0001${value}`)
      return `element_at(str_to_map(${literal(entries.join('\u0002'))}, '\u0002', '\u0001'), ${key})`
    },
    split: (text, separator) => `split(${text}, ${literal(`\\Q${separator}\\E`)}, -1)`,
    join: (items, separator) => `array_join(${items}, ${literal(separator)})`,
    transform: (items, change) => {
      const [item, index] = [fresh('item'), fresh('index')]
      // Spark counts from 0.
      return `transform(${items}, (${item}, ${index}) -> ${change(item, `(${index} + 1)`)})`
    },
    bind: (value, use) => {
      const name = fresh('value')
      return `get(transform(array(${value}), ${name} -> ${use(name)}), 0)`
    },
    filter: (items, keep) => {
      const item = fresh('item')
      return `filter(${items}, ${item} -> ${keep(item)})`
    },
    distinctInOrder: (items) => `array_distinct(${items})`,
    orNull: (items) => `CASE WHEN size(${items}) > 0 THEN ${items} END`,
    // `get` counts from 0, and gives NULL beyond the list.
    item: (items, index) => `get(${items}, ${index} - 1)`,
    list: (items) => `array(${items.join(', ')})`,
    emptyList: () => 'CAST(array() AS ARRAY<STRING>)',
    sorted: (items) => `sort_array(${items})`,
    overlap: (one, other) => `arrays_overlap(${one}, ${other})`,
    shared: (one, other) => `size(array_intersect(${one}, ${other}))`,
    concatLists: (one, other) => `concat(${one}, ${other})`,
    explode: (items, item, position) =>
      `inline(transform(${items}, (each, place) -> named_struct('item', each, 'position', place + 1)))
        AS (${item}, ${position})`,
    md5: (text) => `md5(${text})`,
    firstKnown: (value, rank) => `min_by(${value}, ${rank}) FILTER (WHERE ${value} IS NOT NULL)`,
  }
}
