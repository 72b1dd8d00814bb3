/** Text of a source file that is replaced, wherever it stands in it: `[file, is, becomes]`. */
export type Edit = readonly [file: string, is: string, becomes: string]

/** One protection of docs/security.md or docs/reliability.md taken away, and the test of its row that must fail then. */
export interface Removal {
  /** How the first cell of its row begins. */
  row: string
  /** As the row names it: a file, or `file › name`. */
  test: string
  /** Which of the tests of a file; those of the name when left out. A pattern. */
  only?: string
  edits: readonly Edit[]
}

/** The rows of one page. */
export const removal = (row: string, test: string, edits: readonly Edit[], only?: string): Removal => ({
  row,
  test,
  edits,
  ...(only === undefined ? {} : { only }),
})
