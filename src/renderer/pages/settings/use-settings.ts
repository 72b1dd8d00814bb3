import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Params, Setting } from '../../../pipeline/api.ts'
import { engine, useWork } from '../../bridge/engine.ts'

/** Saves some of the settings; what the engine then says of all of them is what is shown. */
export function useSaveSettings() {
  const { t } = useTranslation('settings')
  const client = useQueryClient()
  const { working, error, work } = useWork()
  const save = (changes: Params<'settings.set'>) =>
    work(async () => {
      const info = await engine.request('settings.set', changes)
      client.setQueryData(['settings.get', {}], info)
      notifications.show({ color: 'teal', message: t('saved') })
    })
  return { save, saving: working, error }
}

/** Why a field cannot be changed here; undefined when it can. */
export function useFixedBy(): (setting: Setting<unknown>) => string | undefined {
  const { t } = useTranslation('settings')
  return ({ from, variable }) => (from === 'environment' ? t('fixed_by', { variable }) : undefined)
}
