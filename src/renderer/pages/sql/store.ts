import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Result } from '../../../pipeline/api.ts'
import type { ErrorPayload } from '../../../pipeline/errors.ts'
import { engine, toFailure } from '../../bridge/engine.ts'

const KEPT = 50
const LIMIT = 1000
const FIRST = `SELECT year, count(*) AS films, avg(imdb_rating) AS mean_imdb
FROM films
WHERE year IS NOT NULL
GROUP BY year
ORDER BY year`
const FIRST_OF_HISTORY = `SELECT file, status, rows, error
FROM ingestions
ORDER BY started_at DESC`

/** A result with the query that it answers. */
export type SqlAnswer = Result<'sql.query'> & { sql: string; milliseconds: number }

interface Console {
  sql: string
  /** The latest first, each once. */
  history: string[]
  answer: SqlAnswer | null
  error: ErrorPayload | null
  /** The last query was cancelled. */
  cancelled: boolean
  running: AbortController | null
}

/** The console outlives its page: what was written and asked is there again. */
export const useConsole = create<Console>()(
  persist<Console, [], [], Pick<Console, 'sql' | 'history'>>(
    () => ({ sql: FIRST, history: [], answer: null, error: null, cancelled: false, running: null }),
    { name: 'cine.sql', partialize: ({ sql, history }) => ({ sql, history }) },
  ),
)

/** The sample query reads tables that are there: films once they are published, before it the history. */
export function fitSample(isPublished: boolean): void {
  const [from, to] = isPublished ? [FIRST_OF_HISTORY, FIRST] : [FIRST, FIRST_OF_HISTORY]
  if (useConsole.getState().sql === from) setSql(to)
}

export const setSql = (sql: string) => useConsole.setState({ sql })
export const clearHistory = () => useConsole.setState({ history: [] })

/** Runs what is written; the answer before stays until this one comes. */
export async function runSql(): Promise<void> {
  const { sql, running } = useConsole.getState()
  if (running || sql.trim() === '') return
  const own = new AbortController()
  useConsole.setState(({ history }) => ({
    running: own,
    cancelled: false,
    history: [sql, ...history.filter((each) => each !== sql)].slice(0, KEPT),
  }))
  const started = performance.now()
  try {
    const result = await engine.request('sql.query', { sql, limit: LIMIT }, { signal: own.signal })
    const milliseconds = performance.now() - started
    useConsole.setState({ answer: { ...result, sql, milliseconds }, error: null, running: null })
  } catch (thrown) {
    // Who cancels knows it.
    const error = own.signal.aborted ? null : toFailure(thrown)
    useConsole.setState({ error, cancelled: error === null, running: null })
  }
}

export const cancelSql = () => useConsole.getState().running?.abort()
