import type { Meaning } from '../sources/index.ts'
import type { Column, Guess } from './guesses.ts'

/** Below, a column is left aside: its best guess is only told. */
const ENOUGH = 0.4

/** Lists may be spread over columns (`actor_1`, `actor_2`…). */
const SHARED: ReadonlySet<Meaning> = new Set(['genres', 'directors', 'writers', 'actors', 'credit_names'])
/** From so sure on, a second column fills the same list. */
const SURE = 0.7

/** One meaning for each column at most, the surest first; null where none is sure enough. */
export function assign(columns: readonly Column[]): (Guess | null)[] {
  const chosen: (Guess | null)[] = columns.map(() => null)
  const taken = new Set<Meaning>()
  const all = columns
    .flatMap(({ guesses }, column) => [...guesses.values()].map((guess) => ({ column, guess })))
    .filter(({ guess }) => guess.confidence >= ENOUGH)
    .sort((a, b) => b.guess.confidence - a.guess.confidence || a.column - b.column)
  for (const { column, guess } of all) {
    if (chosen[column]) continue
    if (taken.has(guess.means) && !(SHARED.has(guess.means) && guess.confidence > SURE)) continue
    chosen[column] = guess
    taken.add(guess.means)
  }
  return chosen
}
