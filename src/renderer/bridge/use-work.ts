import { useState } from 'react'
import type { ErrorPayload } from '../../pipeline/errors.ts'
import { toErrorPayload } from './engine-error.ts'

export interface Work {
  working: boolean
  /** How the last one failed; null when it went well, or while it goes on. */
  error: ErrorPayload | null
  /** Does it, and says whether it went well. */
  work(task: () => Promise<unknown>): Promise<boolean>
}

/** One thing at a time that a form or a dialog has the engine do: whether it still does, and how it failed. */
export function useWork(): Work {
  const [working, setWorking] = useState(false)
  const [error, setError] = useState<ErrorPayload | null>(null)
  const work = async (task: () => Promise<unknown>) => {
    setWorking(true)
    setError(null)
    try {
      await task()
      return true
    } catch (thrown) {
      setError(toErrorPayload(thrown))
      return false
    } finally {
      setWorking(false)
    }
  }
  return { working, error, work }
}
