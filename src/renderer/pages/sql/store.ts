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

export type SqlAnswer = Result<'sql.query'> & { milliseconds: number }

interface Console {
  sql: string
  /** The latest first, each once. */
  history: string[]
  answer: SqlAnswer | null
  error: ErrorPayload | null
  running: AbortController | null
}

/** The console outlives its page: what was written and asked is there again. */
export const useConsole = create<Console>()(
  persist<Console, [], [], Pick<Console, 'sql' | 'history'>>(
    () => ({ sql: FIRST, history: [], answer: null, error: null, running: null }),
    { name: 'cine.sql', partialize: ({ sql, history }) => ({ sql, history }) },
  ),
)

export const setSql = (sql: string) => useConsole.setState({ sql })
export const clearHistory = () => useConsole.setState({ history: [] })

/** Runs what is written; the answer before stays until this one comes. */
export async function runSql(): Promise<void> {
  const { sql, running } = useConsole.getState()
  if (running || sql.trim() === '') return
  const own = new AbortController()
  useConsole.setState(({ history }) => ({
    running: own,
    history: [sql, ...history.filter((each) => each !== sql)].slice(0, KEPT),
  }))
  const started = performance.now()
  try {
    const result = await engine.request('sql.query', { sql, limit: LIMIT }, { signal: own.signal })
    const milliseconds = performance.now() - started
    useConsole.setState({ answer: { ...result, milliseconds }, error: null, running: null })
  } catch (thrown) {
    // Who cancels knows it.
    useConsole.setState({ error: own.signal.aborted ? null : toFailure(thrown), running: null })
  }
}

export const cancelSql = () => useConsole.getState().running?.abort()
