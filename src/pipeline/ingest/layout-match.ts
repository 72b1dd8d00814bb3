import { CineError } from '../errors.ts'
import { fieldIndexes, SOURCES } from './sources/index.ts'
import type { SourceSpec } from './sources/spec.ts'

/** How well a header fits a layout. */
export interface LayoutMatch {
  spec: SourceSpec
  /** Share of the layout's fields that the header has, 0–1. */
  score: number
  /** Required columns that it lacks, as the source names them. */
  missing: string[]
}

function matchLayout(spec: SourceSpec, header: readonly string[]): LayoutMatch {
  const indexes = fieldIndexes(spec, header)
  const found = spec.fields.filter((field) => indexes[field.name] !== null)
  const missing = spec.fields.filter((field) => field.required && indexes[field.name] === null)
  return {
    spec,
    score: found.length / spec.fields.length,
    missing: missing.map((field) => field.aliases[0] ?? field.name),
  }
}

/**
 * The layout a header fits, whatever the order of its columns and with any extra ones; with `asked`, only
 * that layout will do. Throws `INGEST_UNKNOWN_LAYOUT`, which names the nearest layouts and what they lack.
 */
export function recogniseHeader(file: string, header: readonly string[], asked?: SourceSpec): LayoutMatch {
  const matches = (asked ? [asked] : SOURCES).map((spec) => matchLayout(spec, header))
  const best = matches.filter((match) => match.missing.length === 0).sort((a, b) => b.score - a.score)[0]
  if (best) return best

  const nearest = matches.sort((a, b) => b.score - a.score || a.missing.length - b.missing.length).slice(0, 3)
  const said = nearest.map(
    (match) =>
      `${match.spec.id} (${Math.round(match.score * 100)} % of its columns; missing: ${match.missing.join(', ')})`,
  )
  const subject = asked ? `${file} does not have the layout of ${asked.id}` : `${file} has no layout we know`
  throw new CineError('INGEST_UNKNOWN_LAYOUT', `${subject}. Nearest: ${said.join('; ')}.`, {
    hint: 'Add or rename the missing columns in its header; their order and any extra columns do not matter.',
    details: {
      file,
      columns: header.slice(0, 100),
      nearest: nearest.map(({ spec, score, missing }) => ({ source: spec.id, score, missing })),
    },
  })
}
