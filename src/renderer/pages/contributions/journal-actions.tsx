import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconArrowForwardUp, IconDownload, IconUpload } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContributionsList } from '../../../pipeline/api.ts'
import { engine } from '../../bridge/engine.ts'
import { errorNotice } from '../../components/error-text.ts'
import { useFormat } from '../../i18n/format.ts'
import { useSave } from './use-save.ts'

/** Undo, redo, and handing the journal over. */
export function JournalActions({ list }: { list: ContributionsList }) {
  const { t } = useTranslation('contributions')
  const { save, saving } = useSave()
  const turn = (kind: 'undo' | 'redo') =>
    save(() => engine.request(`contributions.${kind}`, {}), t(kind === 'undo' ? 'undone' : 'redone'))
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          disabled={!list.can_undo || saving}
          onClick={() => void turn('undo')}
          data-testid="undo"
        >
          {t('undo')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconArrowForwardUp size={16} aria-hidden />}
          disabled={!list.can_redo || saving}
          onClick={() => void turn('redo')}
          data-testid="redo"
        >
          {t('redo')}
        </Button>
      </Group>
      <HandOver disabled={list.contributions.length === 0} />
    </>
  )
}

function HandOver({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation('contributions')
  const format = useFormat()
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    try {
      const document: unknown = JSON.parse(await file.text())
      const { imported } = await engine.request('contributions.import', { document })
      notifications.show({
        color: 'teal',
        message: t('imported', { count: imported, formatted: format.integer(imported) }),
      })
    } catch (error) {
      const message = error instanceof SyntaxError ? t('not_json') : errorNotice(error)
      notifications.show({ color: 'red', message })
    }
  }
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        variant="subtle"
        leftSection={<IconDownload size={16} aria-hidden />}
        disabled={disabled}
        onClick={() => void download()}
      >
        {t('export')}
      </Button>
      <Button
        variant="subtle"
        leftSection={<IconUpload size={16} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t('import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('import')}
        onChange={(event) => {
          void take(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
    </Group>
  )
}

async function download(): Promise<void> {
  const { document: journal } = await engine.request('contributions.export', {})
  const url = URL.createObjectURL(new Blob([JSON.stringify(journal, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'contributions.json'
  link.click()
  URL.revokeObjectURL(url)
}
