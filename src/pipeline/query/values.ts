import type { DuckValue } from '../duck/index.ts'

/** The parameters of one statement: a value goes in, its place in the SQL comes out. */
export class Values {
  readonly params: DuckValue[] = []

  add(value: DuckValue): string {
    this.params.push(value)
    return `$${this.params.length}`
  }
}
