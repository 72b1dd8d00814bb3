import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toEngineError } from '../../../bridge/engine.ts'
import { useErrorText } from '../../../components/error-text.ts'
import { useFormat } from '../../../i18n/format.ts'
import { type Export, save } from './save.ts'

/** Exports, one at a time; says how it ended. */
export function useExport() {
  const { t } = useTranslation('explorer')
  const format = useFormat()
  const errorText = useErrorText()
  const [running, setRunning] = useState(false)
  const open = useRef<AbortController | null>(null)

  const closeButtonProps = { 'aria-label': t('export.close') }

  const start = async (wanted: Export) => {
    if (open.current) return
    const own = new AbortController()
    open.current = own
    setRunning(true)
    try {
      const saved = await save(wanted, own.signal)
      if (saved) {
        const [rows, bytes] = [format.integer(saved.rows), format.bytes(saved.bytes)]
        notifications.show({
          closeButtonProps,
          color: 'teal',
          title: t('export.done'),
          message: t('export.written', { count: saved.rows, path: saved.path, rows, bytes }),
        })
      }
    } catch (error) {
      const { code, sentence, hint } = errorText(toEngineError(error))
      if (!own.signal.aborted)
        notifications.show({
          closeButtonProps,
          color: 'red',
          title: t('export.failed'),
          message: [sentence, hint, code].filter(Boolean).join(' '),
          autoClose: false,
        })
    } finally {
      open.current = null
      setRunning(false)
    }
  }
  return { running, start, cancel: () => open.current?.abort() }
}
