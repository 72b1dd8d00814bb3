import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyStore } from '../../../preload/bridge.ts'

/** What the engine calls the place of a token that the window handed to it. */
export const KEY_STORE = 'key store'

export interface KeyStoreState extends KeyStore {
  busy: boolean
  /** Null forgets it. */
  keep(token: string | null): Promise<void>
}

/** The system's key store; a browser has none that is ours. */
export function useKeyStore(): KeyStoreState {
  const { t } = useTranslation('settings')
  const client = useQueryClient()
  const [store, setStore] = useState<KeyStore>({ available: false, saved: false })
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void window.cine?.keyStore().then(setStore)
  }, [])
  const keep = async (token: string | null) => {
    if (!window.cine) return
    setBusy(true)
    try {
      setStore(await window.cine.keepKaggleToken(token))
      notifications.show({ color: 'teal', message: t(token === null ? 'kaggle.forgotten' : 'kaggle.saved') })
      await client.invalidateQueries({ queryKey: ['settings.get'] })
    } finally {
      setBusy(false)
    }
  }
  return { ...store, busy, keep }
}
