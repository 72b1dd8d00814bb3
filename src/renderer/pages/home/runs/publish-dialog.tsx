import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useLake } from '../../../app/use-lake.ts'
import { engine, useWork } from '../../../bridge/engine.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { closeRun } from './store.ts'

/** Asks before an earlier run takes the place of the published one. */
export function PublishDialog({ run }: { run: string | null }) {
  const { t } = useTranslation('home')
  return (
    <Modal
      opened={run !== null}
      onClose={closeRun}
      title={t('runs.publish_title')}
      closeButtonProps={{ 'aria-label': t('runs.close') }}
      centered
    >
      {run !== null && <Question key={run} run={run} />}
    </Modal>
  )
}

function Question({ run }: { run: string }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const published = useLake()?.published
  const { working, error, work } = useWork()
  const publish = () =>
    work(async () => {
      await engine.request('runs.publish', { run })
      notifications.show({ color: 'teal', message: t('runs.publish_done', { run }) })
      closeRun()
    })
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t('runs.publish_text', { run })}{' '}
        {published &&
          t('runs.publish_instead', { run: published.run_id, when: format.dateTime(published.published_at) })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('runs.publish_note')}
      </Text>
      {error && <ErrorState error={error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={closeRun}>
          {t('runs.cancel')}
        </Button>
        <Button loading={working} onClick={() => void publish()} data-testid="publish-confirm" data-autofocus>
          {t('runs.publish_confirm')}
        </Button>
      </Group>
    </Stack>
  )
}
