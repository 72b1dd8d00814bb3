import { Alert, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconEqual, IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Ingestion } from '../../../pipeline/api.ts'
import { isRunning, useJob } from '../../app/job-store.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { useFormat } from '../../i18n/format.ts'
import { Log } from './log.tsx'

/** How the last job ended, in one sentence; nothing while it runs or before there was one. */
export function JobNotice() {
  const { t } = useTranslation('home')
  const state = useJob()
  if (isRunning(state)) return <Log lines={state.log} />
  const { job, outcome } = state
  const failure = state.failure ?? (job?.state === 'failed' ? job.error : null)
  const failed = outcome?.ingestions.filter(({ status }) => status === 'failed') ?? []
  const ended = outcome?.run.status ?? (job?.state === 'done' ? 'published' : null)
  if (!failure && !ended && job?.state !== 'cancelled') return null
  return (
    <Stack gap="xs" mt="md" aria-live="polite" data-testid="job-notice">
      {failure && <ErrorState error={failure} />}
      {failure && (
        <Text size="sm" c="dimmed">
          {t('failed_intact')}
        </Text>
      )}
      {!failure && job?.state === 'cancelled' && (
        <Alert variant="light" color="gray" icon={<IconHandStop size={18} />} title={t('cancelled')} />
      )}
      {!failure && ended === 'published' && (
        <Alert variant="light" color="teal" icon={<IconCircleCheck size={18} />} title={t('published')} />
      )}
      {!failure && ended === 'unchanged' && (
        <Alert variant="light" color="gray" icon={<IconEqual size={18} />} title={t('unchanged')} />
      )}
      {failed.length > 0 && <NotLanded ingestions={failed} />}
      <Log lines={state.log} />
    </Stack>
  )
}

function NotLanded({ ingestions }: { ingestions: Ingestion[] }) {
  const { t } = useTranslation('home')
  const formatted = useFormat().integer(ingestions.length)
  return (
    <Alert
      variant="light"
      color="orange"
      title={t('landing_failures', { count: ingestions.length, formatted })}
    >
      {ingestions.map(({ file, error, error_code }) => (
        <Text size="sm" key={file}>
          {file} : {error} ({error_code})
        </Text>
      ))}
    </Alert>
  )
}
