import { join } from 'node:path'
import { version as duckdbVersion } from '@duckdb/node-api'
import { pythonLabel, pythonWith } from './python.ts'

/** One way to do the job, ready to be run on a folder of the three files. */
export interface Peer {
  name: PeerName
  /** What it is, with its version. */
  label: string
  /** The command and its arguments; everything it writes goes below `out`. */
  command(from: string, out: string): string[]
  /** Rows of the tables that it says it made; null for the floor, which makes none. */
  rows(stdout: string): { films: number; reviews: number } | null
  /** The share of its time that is not the transform, when it tells. */
  landing?(stdout: string, seconds: number): number
}

export const PEER_NAMES = ['floor', 'cine', 'pandas', 'polars', 'spark'] as const
export type PeerName = (typeof PEER_NAMES)[number]

const ROOT = join(import.meta.dirname, '../..')
const SCRIPTS = join(import.meta.dirname, 'peers')

/** What each does and does not do, said beside the table. */
export const NOTES: Readonly<Record<PeerName, string>> = {
  floor:
    'DuckDB, `COPY` of each CSV file to a Zstandard Parquet file through the same Node binding: no copy of the files, no hash, no rule, no table of ours. What reading and writing these bytes costs, and no more.',
  cine: '`cine pipeline`: files copied into the lake, hashed, checked record by record and flushed to the disk; all the rules; films matched one to one; rows balanced; tables sorted, hashed, flushed and published at once.',
  pandas:
    'the same job in pandas: copy and SHA-256, then clean, match, write the three tables. It stops at the first broken record, keeps no rejects, balances nothing, reads fewer forms of dates, money and scores, takes the last of repeated records, does not sort, does not flush.',
  polars:
    'as pandas, in lazy queries run by the streaming engine; texts with HTML references go through Python.',
  spark:
    'as pandas, in PySpark on one machine (`local[*]`, 4 GB for the driver); accents are not folded. Its start, about 10 s, counts: so it does for who waits.',
}

type Rows = { films: number; reviews: number }

/** Throws with the reason when the peer cannot be had on this machine. */
export async function peer(name: PeerName): Promise<Peer> {
  if (name === 'floor')
    return {
      name,
      label: `DuckDB ${duckdbVersion()}, COPY only`,
      command: (from, out) => [process.execPath, join(SCRIPTS, 'duckdb-copy.ts'), from, out],
      rows: () => null,
    }
  if (name === 'cine')
    return {
      name,
      label: 'cine pipeline',
      command: (from, out) => [
        process.execPath,
        join(ROOT, 'bin/cine.mjs'),
        ...['pipeline', '--from', from, '--lake', out, '--json', '--quiet'],
      ],
      rows: (stdout) => {
        const { films, reviews } = JSON.parse(stdout).run.tables
        return { films: films.rows, reviews: reviews.rows }
      },
      landing: (stdout, seconds) => seconds - JSON.parse(stdout).run.seconds,
    }
  const spark = name === 'spark'
  const python = await pythonWith(join(SCRIPTS, spark ? 'requirements-spark.txt' : 'requirements.txt'))
  return {
    name,
    label: await pythonLabel(python, spark ? 'pyspark' : name),
    command: (from, out) => [python, join(SCRIPTS, `${name}_etl.py`), from, out],
    rows: (stdout) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Rows,
  }
}
