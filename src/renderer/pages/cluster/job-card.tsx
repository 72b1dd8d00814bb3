import { Alert, Button, CloseButton, Group, Loader, Progress, Stack, Text } from '@mantine/core'
import { IconCheck, IconCircleCheck, IconEqual, IconHandStop, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Job, Step } from '../../../pipeline/api.ts'
import { canBeCancelled, cancelClusterJob, dismissClusterJob, useClusterJob } from '../../app/cluster-job.ts'
import { isRunning } from '../../app/job-state.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './cluster.module.css'

/** What is being done to the cluster, and how the last thing that was done ended. */
export function JobCard() {
  const state = useClusterJob()
  const { job } = state
  if (isRunning(state)) return <Running job={job?.state === 'running' ? job : null} />
  const failure = state.failure ?? (job?.state === 'failed' ? job.error : null)
  if (!job && !failure) return null
  return (
    <Group align="flex-start" wrap="nowrap" gap="xs" mb="md" aria-live="polite" data-testid="cluster-job-end">
      <div style={{ flex: 1 }}>{failure ? <ErrorState error={failure} /> : job && <Ended job={job} />}</div>
      <Dismiss />
    </Group>
  )
}

function Dismiss() {
  const { t } = useTranslation('cluster')
  return <CloseButton aria-label={t('job.dismiss')} onClick={dismissClusterJob} />
}

function Ended({ job }: { job: Job }) {
  const { t } = useTranslation('cluster')
  const { t: shell } = useTranslation()
  const format = useFormat()
  const took = format.seconds(job.seconds)
  if (job.state === 'cancelled')
    return (
      <Alert
        variant="light"
        color="gray"
        icon={<IconHandStop size={18} />}
        title={<Title>{t('job.cancelled', { what: shell(`job.${job.verb}`) })}</Title>}
      />
    )
  const changed = job.steps.some(({ state }) => state === 'done')
  return (
    <Alert
      variant="light"
      color={changed ? 'teal' : 'gray'}
      icon={changed ? <IconCircleCheck size={18} /> : <IconEqual size={18} />}
      title={
        <Title>{t(changed ? 'job.done' : 'job.unchanged', { what: shell(`job.${job.verb}`), took })}</Title>
      }
    />
  )
}

/** The colour is on the sign, so that the words can be read. */
function Title({ children }: { children: string }) {
  return (
    <Text span inherit c="var(--mantine-color-text)">
      {children}
    </Text>
  )
}

function Running({ job }: { job: Job | null }) {
  const { t } = useTranslation('cluster')
  const { t: shell } = useTranslation()
  const format = useFormat()
  const { own, cancelling } = useClusterJob()
  const said = job?.steps.find(({ state }) => state === 'running')?.message
  return (
    <Stack className={classes.card} mb="md" gap="xs" data-testid="cluster-job">
      <Group wrap="nowrap" gap="md">
        <Text fw={600} size="sm">
          {job ? shell(`job.${job.verb}`) : t('job.beginning')}
        </Text>
        <Progress.Root size={8} flex={1}>
          <Progress.Section value={(job?.progress ?? 0) * 100} aria-label={shell('job.progress')} animated />
        </Progress.Root>
        <Text span size="sm" w={44} ta="right">
          {format.percent(job?.progress ?? 0)}
        </Text>
        <Text span size="sm" c="dimmed" w={64} ta="right">
          {format.seconds(job?.seconds ?? 0)}
        </Text>
        {own && canBeCancelled(job?.verb) && (
          <Button
            size="compact-md"
            variant="light"
            color="red"
            leftSection={<IconX size={15} aria-hidden />}
            disabled={cancelling}
            onClick={cancelClusterJob}
            data-testid="cluster-cancel"
          >
            {shell(cancelling ? 'job.cancelling' : 'job.cancel')}
          </Button>
        )}
      </Group>
      {job && (
        <ol className={classes.steps}>
          {job.steps.map((step) => (
            <li key={step.key} className={classes.step} data-state={step.state}>
              <Mark state={step.state} />
              {t(`step.${step.key}` as 'step.push')}
            </li>
          ))}
        </ol>
      )}
      {/* In its place also when nothing is said, so that what is below does not jump. */}
      <Text size="xs" c="dimmed" truncate mih={18}>
        {said}
      </Text>
    </Stack>
  )
}

function Mark({ state }: { state: Step['state'] }) {
  if (state === 'running') return <Loader size={12} />
  if (state === 'done') return <IconCheck size={14} aria-hidden />
  if (state === 'unchanged') return <IconEqual size={14} aria-hidden />
  if (state === 'failed' || state === 'cancelled') return <IconX size={14} aria-hidden />
  return <span style={{ width: 14 }} />
}
