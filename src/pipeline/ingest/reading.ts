import { CineError } from '../errors.ts'
import type { Inspection } from './inspect.ts'
import type { Reading, Tally } from './tally.ts'
import { transcoder } from './transcode.ts'

/** Uneven records are a habit of the file, not a fault of each, from so many and such a share of all. */
const RAGGED_LEAST = 20
const RAGGED_SHARE = 0.2

/**
 * Other ways to read a file that may explain what is broken: a backslash before a quote within a field
 * (Spark, MySQL), no quoting at all (IMDb's own tables, in which a title may begin with a quote), empty columns
 * left out at the end of records. Tried only where there is a sign of it, for most files are read once.
 */
function otherReadings(tally: Tally, { delimiter }: Inspection): Partial<Reading>[] {
  const others: Partial<Reading>[] = []
  const faults = tally.count('BAD_QUOTE', 'UNTERMINATED_QUOTE')
  const rarelyQuoted = delimiter === '\t' || delimiter === '|'
  if (faults > 0 && tally.backslashes > 0) others.push({ quoting: 'backslash' })
  if (faults > 0 && rarelyQuoted && !tally.headerQuoted && tally.quoted < faults)
    others.push({ quoting: 'none' })
  if (tally.count('COLUMN_COUNT') >= Math.max(RAGGED_LEAST, RAGGED_SHARE * tally.rows))
    others.push({ ragged: true })
  return others
}

/** The tally with the fewest broken records: the one given, or one of the same bytes read otherwise. */
export async function bestReading(
  again: () => AsyncIterable<Buffer> | Iterable<Buffer>,
  tally: Tally,
  inspection: Inspection,
  anew: (reading: Reading) => Tally,
): Promise<Tally> {
  let best = tally
  for (const other of otherReadings(tally, inspection)) {
    const tried = await recount(again(), anew({ ...best.reading, ...other }), inspection, best.faults)
    if (tried !== null && tried.faults < best.faults) best = tried
  }
  return best
}

/** Null when that reading does not fit even the header. Stops at as many faults as are known already. */
async function recount(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  tally: Tally,
  inspection: Inspection,
  enough: number,
): Promise<Tally | null> {
  const toText = transcoder(inspection.encoding)
  try {
    for await (const chunk of chunks) {
      tally.push(toText.push(chunk))
      if (tally.faults >= enough) return null
    }
    tally.push(toText.end())
    tally.end()
    return tally
  } catch (error) {
    if (error instanceof CineError && error.code === 'INGEST_BROKEN_QUOTING') return null
    throw error
  }
}
