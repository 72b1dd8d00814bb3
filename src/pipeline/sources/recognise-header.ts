import { CineError } from '../errors.ts'
import { fieldIndexes } from './fields.ts'
import type { SourceSpec } from './spec.ts'

/** How well a header fits a layout. */
export interface LayoutMatch {
  spec: SourceSpec
  /** 1 when header and layout have the same columns: twice those in common over those of both (Dice). */
  score: number
  /** Required columns that it lacks, as the source names them. */
  missing: string[]
}

function matchLayout(spec: SourceSpec, header: readonly string[]): LayoutMatch {
  const indexes = fieldIndexes(spec, header)
  const found = new Set(Object.values(indexes).filter((index) => index !== null))
  const missing = spec.fields.filter((field) => field.required && indexes[field.name] === null)
  return {
    spec,
    score: (2 * found.size) / (header.length + spec.fields.length),
    missing: missing.map((field) => field.aliases[0] ?? field.name),
  }
}

/** The best first; of those that fit alike, the one whose specification comes first. */
function ranked(specs: readonly SourceSpec[], header: readonly string[]): LayoutMatch[] {
  return specs
    .map((spec) => matchLayout(spec, header))
    .sort((a, b) => b.score - a.score || a.missing.length - b.missing.length)
}

/**
 * The layout a header fits, whatever the order of its columns and with any extra ones. Throws
 * `INGEST_UNKNOWN_LAYOUT`, which names the nearest layouts and what they lack. With one specification in
 * `specs`, only that one will do.
 */
export function recogniseHeader(
  file: string,
  header: readonly string[],
  specs: readonly SourceSpec[],
): LayoutMatch {
  const matches = ranked(specs, header)
  const best = matches.find((match) => match.missing.length === 0)
  if (best) return best

  const nearest = matches.slice(0, 3)
  const said = nearest.map(
    (match) =>
      `${match.spec.id} (${Math.round(match.score * 100)} % alike; missing: ${match.missing.join(', ')})`,
  )
  const [asked] = specs
  const subject =
    asked && specs.length === 1
      ? `${file} does not have the layout of ${asked.id}`
      : `${file} has no layout we know`
  throw new CineError('INGEST_UNKNOWN_LAYOUT', `${subject}. Nearest: ${said.join('; ')}.`, {
    hint: 'If it is a table of films, say what its columns mean: cine map FILE. Else add or rename the missing columns.',
    details: {
      file,
      columns: header.slice(0, 100),
      nearest: nearest.map(({ spec, score, missing }) => ({ source: spec.id, score, missing })),
    },
  })
}
