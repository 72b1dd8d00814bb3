import { readFile, rm } from 'node:fs/promises'
import { list, openDuck } from '../../src/pipeline/duck/index.ts'
import { runLocal } from '../../src/pipeline/engines/index.ts'
import { landFiles } from '../../src/pipeline/ingest/index.ts'
import { lakeLayout } from '../../src/pipeline/lake/layout.ts'
import { withWriterLock } from '../../src/pipeline/lake/lock.ts'
import { readCurrent, tableFiles } from '../../src/pipeline/lake/manifest.ts'

export interface Matched {
  rt_id: string | null
  imdb_id: string | null
  title: string | null
  match_score: number | null
}

export interface Figures {
  /** Pairs known to be true whose two films are both there: what could be found. */
  possible: number
  found: number
  /** Pairs that were made of a film that is known to be another's. */
  wrong: number
  precision: number
  recall: number
  /** Pairs of films of which nothing is known. */
  unknown: number
  missed: [rt_id: string, imdb_id: string][]
  wrongPairs: Matched[]
}

/** The films that a lake of these files comes to, in a folder that is removed again. */
export async function filmsOf(files: readonly string[], lake: string): Promise<Matched[]> {
  const layout = lakeLayout(lake)
  try {
    const landed = await withWriterLock(layout, 'ingest', () =>
      landFiles(
        layout,
        files.map((path) => ({ path })),
      ),
    )
    const failed = landed.find((each) => each.status === 'failed')
    if (failed) throw new Error(failed.error)
    const signal = new AbortController().signal
    await withWriterLock(layout, 'etl', () =>
      runLocal(layout, { verb: 'etl', force: false, signal, onStep: () => {} }),
    )
    const manifest = await readCurrent(layout)
    if (!manifest) throw new Error('Nothing was published.')
    const duck = await openDuck()
    try {
      return await duck.query<Matched>(
        'SELECT rt_id, imdb_id, title, match_score FROM read_parquet($1, hive_partitioning = false)',
        [list(tableFiles(layout, manifest, 'films'))],
      )
    } finally {
      duck.close()
    }
  } finally {
    await rm(lake, { recursive: true, force: true })
  }
}

/** Pairs known to be true, `m/<slug>,tt…` a line. They are never an input of the pipeline. */
export async function goldPairs(path: string): Promise<Map<string, string>> {
  const [, ...lines] = (await readFile(path, 'utf8')).trim().split(/\r?\n/)
  return new Map(
    lines.map((line) => {
      const [link = '', imdb = ''] = line.split(',')
      return [link.replace(/^m\//, ''), imdb]
    }),
  )
}

export function figures(films: readonly Matched[], gold: ReadonlyMap<string, string>): Figures {
  const rtIds = new Set(films.map((film) => film.rt_id))
  const imdbIds = new Set(films.map((film) => film.imdb_id))
  const matched = new Map(films.flatMap((film) => (film.rt_id && film.imdb_id ? [[film.rt_id, film]] : [])))
  const possible = [...gold].filter(([rt, imdb]) => rtIds.has(rt) && imdbIds.has(imdb))
  const missed = possible.filter(([rt, imdb]) => matched.get(rt)?.imdb_id !== imdb)
  const known = new Set(gold.values())
  const pairs = [...matched.values()]
  const ofKnown = pairs.filter((film) => gold.has(film.rt_id ?? '') || known.has(film.imdb_id ?? ''))
  const wrongPairs = ofKnown.filter((film) => gold.get(film.rt_id ?? '') !== film.imdb_id)
  const found = possible.length - missed.length
  return {
    possible: possible.length,
    found,
    wrong: wrongPairs.length,
    precision: found / (found + wrongPairs.length),
    recall: found / possible.length,
    unknown: pairs.length - ofKnown.length,
    missed,
    wrongPairs,
  }
}
