import { Button, Group, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format.ts'
import { cancelRun, isRunning, useJob } from './job-store.ts'

/** The job in progress, whoever started it; seen from every page. */
export function RunningJob() {
  const { t } = useTranslation()
  const format = useFormat()
  const state = useJob()
  if (!isRunning(state)) return null
  const { job, own, cancelling } = state
  const progress = job?.state === 'running' ? job.progress : 0
  return (
    <Group gap="xs" wrap="nowrap" data-testid="running-job">
      <Text span size="xs" c="var(--mantine-color-text)" fw={550}>
        {t(`job.${job?.verb ?? 'pipeline'}`)}
      </Text>
      <Progress.Root size={6} w={160}>
        <Progress.Section value={progress * 100} aria-label={t('job.progress')} />
      </Progress.Root>
      <Text span size="xs" w={36} ta="right">
        {format.percent(progress)}
      </Text>
      {own && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          loading={cancelling}
          onClick={cancelRun}
          data-testid="cancel-job"
        >
          {t('job.cancel')}
        </Button>
      )}
    </Group>
  )
}
