import { CineError } from '../errors.ts'
import { looseName, MEANINGS, type Meaning, type Unit, unitsOf } from '../sources/index.ts'
import type { Guess } from './guesses.ts'
import { findable } from './layout.ts'

/** What the user says a column means: a meaning with its unit, or null for none. */
export type Correction = { means: Meaning; unit: Unit } | null

const NOTHING = ['none', '-', '']

/**
 * Corrections by column: `title`, `runtime_minutes:hours`, `none`. A column goes by its name, or by its number
 * as `#3`. Throws `MAP_UNKNOWN_COLUMN`, `MAP_UNKNOWN_MEANING`.
 */
export function readCorrections(
  set: Readonly<Record<string, string>>,
  header: readonly string[],
): Map<number, Correction> {
  return new Map(
    Object.entries(set).map(([column, meaning]) => [
      columnIndex(column, header),
      readMeaning(column, meaning),
    ]),
  )
}

function columnIndex(column: string, header: readonly string[]): number {
  const number = /^#(\d+)$/.exec(column)?.[1]
  const exact = header.indexOf(column)
  const loose = header.findIndex((name) => looseName(name) === looseName(column))
  const found = exact >= 0 ? exact : loose >= 0 ? loose : number ? Number(number) - 1 : -1
  if (found >= 0 && found < header.length) {
    if (findable(header)[found]) return found
    throw new CineError('MAP_NAMELESS_COLUMN', `Column ${found + 1} cannot be found again by its name.`, {
      hint: 'Give it a name of its own in the header of the file.',
      details: { column: found + 1, name: header[found] },
    })
  }
  throw new CineError('MAP_UNKNOWN_COLUMN', `The file has no column ${JSON.stringify(column)}.`, {
    hint: `It has: ${header.slice(0, 40).join(', ')}. #1 is the first one.`,
    details: { column, columns: header.slice(0, 100) },
  })
}

function readMeaning(column: string, text: string): Correction {
  if (NOTHING.includes(text.trim())) return null
  const [name, unit] = text.trim().split(':', 2)
  const means = MEANINGS.find((each) => each === name)
  if (!means)
    throw new CineError('MAP_UNKNOWN_MEANING', `${column} cannot mean ${JSON.stringify(name)}.`, {
      hint: `It may mean: ${MEANINGS.join(', ')}; or none.`,
      details: { column, meanings: MEANINGS },
    })
  const units = unitsOf(means)
  const known = unit === undefined ? units[0] : units.find((each) => each === unit)
  if (!known)
    throw new CineError('MAP_UNKNOWN_MEANING', `${means} is not written in ${JSON.stringify(unit)}.`, {
      hint: `It may be written in: ${units.join(', ')}.`,
      details: { column, units },
    })
  return { means, unit: known }
}

export function asGuess({ means, unit }: Exclude<Correction, null>): Guess {
  return { means, unit, confidence: 1, byName: false, byValues: false }
}
