export type ColumnType = 'VARCHAR' | 'VARCHAR[]' | 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'DATE'

/**
 * What the SQL engines write differently. The rules are written once, with these; each engine is one
 * implementation. Every method takes SQL expressions and gives one, unless it says otherwise.
 */
export interface Dialect {
  readonly name: string
  /** Statements: a table that is worked out once, a query that is worked out where it is used. */
  createTable(name: string, select: string): string
  createView(name: string, select: string): string
  /** A type's name. */
  type(type: ColumnType): string
  /** A number or a date as text. */
  asText(value: string): string
  /** An unknown value of a type. */
  nullOf(type: ColumnType): string
  /** A text constant of ours. Never a value from a file or a user: those are parameters. */
  literal(text: string): string
  /** A text constant that somebody gave: in digits, so that no part of it is ever read as SQL. */
  givenText(text: string): string
  /** True when the pattern (RE2 syntax) is found. */
  matches(text: string, pattern: string): string
  /** The group of the first match; '' when nothing matches. */
  extract(text: string, pattern: string, group: number): string
  /** Every match, as a list. */
  extractAll(text: string, pattern: string): string
  replaceAll(text: string, pattern: string, replacement: string): string
  /** Without any of `characters` (a constant) at both ends. */
  trim(text: string, characters: string): string
  /** Unicode normal form C. */
  nfc(text: string): string
  stripAccents(text: string): string
  /** Letter by letter: a text keeps its length, whatever the letters beside it. */
  lower(text: string): string
  upper(text: string): string
  /** Levenshtein's distance, in bytes of UTF-8. */
  editDistance(one: string, other: string): string
  /** The character of a number, which is a valid code point. */
  codePoint(number: string): string
  /** NULL when the text is not of the type. */
  tryCast(value: string, type: 'DOUBLE' | 'BIGINT' | 'INTEGER' | 'DATE'): string
  /** The number that hexadecimal digits write. */
  fromHex(digits: string): string
  /** The value of a constant map, NULL for another key. */
  lookUp(map: Readonly<Record<string, string>>, key: string): string
  split(text: string, separator: string): string
  join(list: string, separator: string): string
  /** Each item changed; `index` counts from 1. */
  transform(list: string, item: (item: string, index: string) => string): string
  /** `use` of a value that it names more than once, worked out once. */
  bind(value: string, use: (name: string) => string): string
  filter(list: string, keep: (item: string) => string): string
  /** Without repeated items, in the order of their first appearance. */
  distinctInOrder(list: string): string
  /** NULL for an empty list. */
  orNull(list: string): string
  /** The item at an index from 1; NULL beyond the list. */
  item(list: string, index: string): string
  /** A list of these texts, and one of none. */
  list(items: readonly string[]): string
  emptyList(): string
  concatLists(one: string, other: string): string
  sorted(list: string): string
  /** Whether two lists share an item, and how many they share. */
  overlap(one: string, other: string): string
  shared(one: string, other: string): string
  /** The select list that makes a row of each item: `item` and its `position` from 1. */
  explode(list: string, item: string, position: string): string
  md5(text: string): string
  /** Aggregate: `value` of the row with the least `rank`, of those where it is known. */
  firstKnown(value: string, rank: string): string
}
