import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { sharedData } from './shared-data.ts'

/** The records of one of the real public files. */
export function records(...path: string[]): Record<string, string>[] {
  const text = gunzipSync(readFileSync(sharedData(...path))).toString('utf8')
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}

/** What `tests/reference/statistics.py` worked out of the same files. */
export const REFERENCE: {
  lines: Record<string, ReferenceLine>
  boxes: Record<string, Record<string, number>>
  t_quantiles: { df: number; t: number }[]
} = JSON.parse(readFileSync(join(import.meta.dirname, '../reference/statistics.json'), 'utf8'))

interface ReferenceLine {
  n: number
  pearson_r: number
  r2: number
  slope: number
  intercept: number
  studentised: number[]
  band: { x: number; low: number; high: number }[]
}
