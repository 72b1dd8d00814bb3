import type { Dialect } from './dialect.ts'

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** The bytes of UTF-8. */
export const hexOf = (text: string): string => Buffer.from(text, 'utf8').toString('hex')

/** DuckDB's way of writing. One for each rendering, so that the same rules give the same text. */
export function duckdbDialect(): Dialect {
  let lambdas = 0
  // Names of lambda parameters are told apart, because lambdas are nested.
  const fresh = (name: string) => `${name}_${++lambdas}`
  return {
    name: 'duckdb',
    createTable: (name, select) => `CREATE TABLE ${name} AS ${select}`,
    createView: (name, select) => `CREATE VIEW ${name} AS ${select}`,
    type: (type) => type,
    asText: (value) => `CAST(${value} AS VARCHAR)`,
    nullOf: (type) => `CAST(NULL AS ${type})`,
    literal,
    givenText: (text) => `decode(unhex('${hexOf(text)}'))`,
    matches: (text, pattern) => `regexp_matches(${text}, ${literal(pattern)})`,
    extract: (text, pattern, group) => `regexp_extract(${text}, ${literal(pattern)}, ${group})`,
    extractAll: (text, pattern) => `regexp_extract_all(${text}, ${literal(pattern)})`,
    replaceAll: (text, pattern, replacement) =>
      `regexp_replace(${text}, ${literal(pattern)}, ${literal(replacement)}, 'g')`,
    trim: (text, characters) => `trim(${text}, ${literal(characters)})`,
    nfc: (text) => `nfc_normalize(${text})`,
    stripAccents: (text) => `strip_accents(${text})`,
    lower: (text) => `lower(${text})`,
    upper: (text) => `upper(${text})`,
    editDistance: (one, other) => `levenshtein(${one}, ${other})`,
    codePoint: (number) => `chr(${number})`,
    tryCast: (value, type) => `TRY_CAST(${value} AS ${type})`,
    fromHex: (digits) => `TRY_CAST('0x' || ${digits} AS INTEGER)`,
    // A MAP constant would be built again for each row: 40 times slower.
    lookUp: (map, key) => {
      const listed = (texts: string[]) => `[${texts.map(literal).join(', ')}]`
      return `${listed(Object.values(map))}[list_position(${listed(Object.keys(map))}, ${key})]`
    },
    split: (text, separator) => `string_split(${text}, ${literal(separator)})`,
    join: (items, separator) => `array_to_string(${items}, ${literal(separator)})`,
    transform: (items, change) => {
      const [item, index] = [fresh('item'), fresh('index')]
      return `list_transform(${items}, lambda ${item}, ${index}: ${change(item, index)})`
    },
    bind: (value, use) => {
      const name = fresh('value')
      return `list_transform([${value}], lambda ${name}: ${use(name)})[1]`
    },
    filter: (items, keep) => {
      const item = fresh('item')
      return `list_filter(${items}, lambda ${item}: ${keep(item)})`
    },
    distinctInOrder: (items) => {
      const [item, index] = [fresh('item'), fresh('index')]
      return `list_filter(${items}, lambda ${item}, ${index}: list_position(${items}, ${item}) = ${index})`
    },
    orNull: (items) => `CASE WHEN len(${items}) > 0 THEN ${items} END`,
    item: (items, index) => `${items}[${index}]`,
    list: (items) => `[${items.join(', ')}]`,
    emptyList: () => `[]::VARCHAR[]`,
    sorted: (items) => `list_sort(${items})`,
    overlap: (one, other) => `list_has_any(${one}, ${other})`,
    shared: (one, other) => `len(list_intersect(${one}, ${other}))`,
    concatLists: (one, other) => `list_concat(${one}, ${other})`,
    explode: (items, item, position) =>
      `unnest(${items}) AS ${item}, generate_subscripts(${items}, 1)::INTEGER AS ${position}`,
    md5: (text) => `md5(${text})`,
    firstKnown: (value, rank) => `min_by(${value}, ${rank}) FILTER (WHERE ${value} IS NOT NULL)`,
  }
}
