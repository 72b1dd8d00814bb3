import { CineError } from '../../errors.ts'
import type { Values } from '../values.ts'

export interface ExportColumn {
  name: string
  type: string
}

/** What is exported: the rows of one statement. */
export interface Plan {
  columns: readonly ExportColumn[]
  /** FROM, WHERE, ORDER BY and LIMIT of the statement. */
  from: (values: Values) => string
  /** Of the sheet in a workbook. */
  name: string
}

/** The asked columns of a closed list, in the asked order. Throws `BAD_REQUEST` for another. */
export function chosenColumns(
  known: readonly ExportColumn[],
  all: readonly ExportColumn[],
  asked: readonly string[] | undefined,
): readonly ExportColumn[] {
  if (!asked) return all
  return [...new Set(asked)].map((name) => {
    const column = known.find((each) => each.name === name)
    if (column) return column
    throw new CineError('BAD_REQUEST', `columns: there is no column ${JSON.stringify(name)}.`, {
      hint: `Give some of ${known.map((each) => each.name).join(', ')}.`,
      details: { column: name },
    })
  })
}

/** LIMIT and OFFSET of an export; nothing when all rows are asked for. */
export function limits(values: Values, limit: number | undefined, offset: number | undefined): string {
  return [
    ...(limit === undefined ? [] : [`LIMIT ${values.add(BigInt(limit))}`]),
    ...(offset === undefined ? [] : [`OFFSET ${values.add(BigInt(offset))}`]),
  ].join(' ')
}
