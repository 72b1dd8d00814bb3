import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Params, Setting } from '../../../pipeline/api.ts'
import type { ErrorPayload } from '../../../pipeline/errors.ts'
import { engine, toEngineError } from '../../bridge/engine.ts'

/** Saves some of the settings; what the engine then says of all of them is what is shown. */
export function useSaveSettings() {
  const { t } = useTranslation('settings')
  const client = useQueryClient()
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<ErrorPayload | null>(null)
  const save = async (changes: Params<'settings.set'>) => {
    setSaving(true)
    setError(null)
    try {
      const info = await engine.request('settings.set', changes)
      client.setQueryData(['settings.get', {}], info)
      notifications.show({ color: 'teal', message: t('saved') })
    } catch (thrown) {
      const { code, message, hint, details } = toEngineError(thrown)
      setError({ code, message, hint, details })
    } finally {
      setSaving(false)
    }
  }
  return { save, saving, error }
}

/** Why a field cannot be changed here; undefined when it can. */
export function useFixedBy(): (setting: Setting<unknown>) => string | undefined {
  const { t } = useTranslation('settings')
  return ({ from, variable }) => (from === 'environment' ? t('fixed_by', { variable }) : undefined)
}
