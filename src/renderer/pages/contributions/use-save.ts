import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ErrorPayload } from '../../../pipeline/errors.ts'
import { toEngineError } from '../../bridge/engine.ts'

export interface Save {
  saving: boolean
  error: ErrorPayload | null
  /** True when it went well, which is then said. */
  save(work: () => Promise<unknown>, said: string): Promise<boolean>
}

/** One thing being saved at a time: whether it still is, and how it failed. */
export function useSave(): Save {
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<ErrorPayload | null>(null)
  const save: Save['save'] = async (work, said) => {
    setSaving(true)
    setError(null)
    try {
      await work()
      notifications.show({ message: said, color: 'teal' })
      return true
    } catch (thrown) {
      const { code, message, hint, details } = toEngineError(thrown)
      setError({ code, message, hint, details })
      return false
    } finally {
      setSaving(false)
    }
  }
  return { saving, error, save }
}
