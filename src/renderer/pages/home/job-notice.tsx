import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconDeviceDesktop, IconEqual, IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Ingestion } from '../../../pipeline/api.ts'
import { isRunning, useJob } from '../../app/job-store.ts'
import { useLake } from '../../app/use-lake.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { useFormat } from '../../i18n/format.ts'
import { howEnded } from './how-ended.ts'
import { Log } from './log.tsx'
import { Reused } from './reused.tsx'
import { runChosen } from './run-pipeline.ts'
import { WhatChanged } from './what-changed.tsx'

/** How the last job ended, in one sentence; nothing while it runs or before there was one. */
export function JobNotice() {
  const { t } = useTranslation('home')
  const state = useJob()
  const published = useLake()?.published?.run_id
  if (isRunning(state)) return <Log lines={state.log} />
  const { job, outcome } = state
  const failure = state.failure ?? (job?.state === 'failed' ? job.error : null)
  const failed = outcome?.ingestions.filter(({ status }) => status === 'failed') ?? []
  const ended = howEnded(job, outcome)
  const run = outcome?.run.run_id ?? published
  if (!failure && !ended && job?.state !== 'cancelled') return null
  return (
    <Stack gap="xs" mt="md" aria-live="polite" data-testid="job-notice">
      {failure && <ErrorState error={failure} />}
      {failure?.details.offer === 'local' && <LocalInstead />}
      {failure && (
        <Text size="sm" c="dimmed">
          {t('failed_intact')}
        </Text>
      )}
      {!failure && job?.state === 'cancelled' && (
        <Alert variant="light" color="gray" icon={<IconHandStop size={18} />} title={t('cancelled')} />
      )}
      {!failure && ended === 'published' && (
        <Alert variant="light" color="teal" icon={<IconCircleCheck size={18} />} title={t('published')}>
          {outcome && <Reused reused={outcome.run.reused} />}
          {run !== undefined && run === published && <WhatChanged run={run} />}
        </Alert>
      )}
      {!failure && ended === 'unchanged' && (
        <Alert variant="light" color="gray" icon={<IconEqual size={18} />} title={t('unchanged')} />
      )}
      {failed.length > 0 && <NotLanded ingestions={failed} />}
      <Log lines={state.log} />
    </Stack>
  )
}

/** The cluster cannot be used: the local engine gives the same tables, and needs none of it. */
function LocalInstead() {
  const { t } = useTranslation('home')
  return (
    <Group gap="sm">
      <Button
        size="compact-md"
        leftSection={<IconDeviceDesktop size={15} aria-hidden />}
        onClick={() => void runChosen()}
        data-testid="local-instead"
      >
        {t('local_instead')}
      </Button>
      <Text size="sm">{t('local_instead_text')}</Text>
    </Group>
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
