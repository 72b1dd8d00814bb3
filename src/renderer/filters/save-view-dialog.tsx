import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { closeDialog, useDialog } from '../app/dialogs.ts'
import { useWork } from '../bridge/engine.ts'
import { ErrorState } from '../components/error-state.tsx'
import { useFilters } from './store.ts'
import { useViews, viewOf } from './use-views.ts'

/** A name for the filters as they are. */
export function SaveViewDialog() {
  const { t } = useTranslation('filters')
  const opened = useDialog(({ open }) => open === 'save-view')
  return (
    <Modal opened={opened} onClose={closeDialog} size={440} title={t('views.save')}>
      <Form />
    </Modal>
  )
}

function Form() {
  const { t } = useTranslation('filters')
  const { views, save } = useViews()
  const filters = useFilters((history) => history.present)
  const [name, setName] = useState(() => viewOf(views, filters)?.name ?? '')
  const { working, error, work } = useWork()
  const written = name.trim()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await work(() => save(written, filters))) closeDialog()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TextInput
          label={t('views.name')}
          description={t('views.about')}
          placeholder={t('views.example')}
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-testid="view-name"
        />
        {error && <ErrorState error={error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={working} disabled={written === ''} data-testid="view-submit">
            {views.some((view) => view.name === written) ? t('views.replace') : t('views.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
