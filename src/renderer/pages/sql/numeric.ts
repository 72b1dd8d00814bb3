const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL\(.*\))$/

/** Whether a column of DuckDB's type holds numbers; lists of them and intervals are texts here. */
export function isNumeric(type: string): boolean {
  return NUMERIC.test(type)
}
