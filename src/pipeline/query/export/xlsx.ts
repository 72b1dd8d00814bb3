import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import type { Duck } from '../../duck/index.ts'
import { Values } from '../values.ts'
import type { ExportColumn, Plan } from './plan.ts'
import { asText, cellText } from './spreadsheet.ts'

type Cell = string | number | boolean | Date | null

/**
 * Writes a workbook row by row, whatever their number: beyond what a sheet holds, another sheet begins.
 * Resolves to the number of rows.
 */
export async function writeXlsx(duck: Duck, plan: Plan, path: string, signal?: AbortSignal): Promise<number> {
  const { columns } = plan
  const values = new Values()
  const from = plan.from(values)
  let rows = 0
  async function* cells(chunks: AsyncIterable<unknown[][]>) {
    for await (const chunk of chunks) {
      for (const row of chunk) {
        rows++
        yield row.map((value, at) => cellOf(value, columns[at]?.type))
      }
    }
  }
  await duck.stream(
    `SELECT ${columns.map(asText).join(', ')} ${from}`,
    values.params,
    async (chunks) => {
      const book = writeXlsxStream(cells(chunks), {
        name: plan.name,
        columns: columns.map(sheetColumn),
        freezePane: { rows: 1 },
        zip64: true,
      })
      await pipeline(Readable.fromWeb(book as never), createWriteStream(path, { flags: 'wx' }), {
        ...(signal ? { signal } : {}),
      })
    },
    { signal },
  )
  return rows
}

function cellOf(value: unknown, type: string | undefined): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  // At noon of no time zone: a day must not become the one before.
  if (type === 'DATE') return new Date(`${value}T00:00:00Z`)
  return cellText(String(value))
}

function sheetColumn({ name, type }: ExportColumn) {
  const width = type.startsWith('VARCHAR') ? 28 : 14
  return { header: name, width, ...(type === 'DATE' ? { numFmt: 'yyyy-mm-dd' } : {}) }
}
