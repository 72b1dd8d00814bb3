import { Button, Group, Progress, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Job } from '../../../pipeline/api.ts'
import { cancelRun, isRunning, kindOf, useJob } from '../../app/job-store.ts'
import { useFormat } from '../../i18n/format.ts'
import { runChosen, runChosenOnCluster } from './run-pipeline.ts'
import { isOfResult } from './runs/lines.ts'
import { StepCard } from './step-card.tsx'
import { StepLog } from './step-log.tsx'
import classes from './steps.module.css'

const KEYS = {
  pipeline: ['receive', 'verify', 'transform', 'publish'],
  spark_pipeline: ['start_hdfs', 'receive', 'safe_mode', 'push', 'spark_run', 'mirror', 'publish'],
} as const
export type ShownStep = (typeof KEYS)[keyof typeof KEYS][number]

/** The line of steps, and the bar over all of them while it moves. */
export function Steps() {
  const { t } = useTranslation('home')
  const state = useJob()
  const { job, own } = state
  const running = isRunning(state)
  const current = running && job?.state !== 'running' ? null : job
  const kind = kindOf(state)
  const again = kind === 'spark_pipeline' ? runChosenOnCluster : runChosen
  const [opened, setOpened] = useState<ShownStep | null>(null)
  const shown = KEYS[kind].find((key) => key === opened && state.logs[key]) ?? null
  const resumes = !running && job?.state === 'failed' && !isOfResult(job.error?.code)
  return (
    <>
      <ol className={classes.line} data-steps={KEYS[kind].length} aria-label={t('steps.label')}>
        {KEYS[kind].map((key, index) => (
          <StepCard
            key={key}
            name={key}
            number={index + 1}
            step={stepOf(current, key)}
            onResume={resumes ? () => void again() : null}
            isLogOpen={key === shown}
            onLog={state.logs[key] ? () => setOpened(key === shown ? null : key) : null}
          />
        ))}
      </ol>
      {running && <Overall job={current} isOwn={own !== null} cancelling={state.cancelling} />}
      {shown && (
        <StepLog key={shown} step={shown} lines={state.logs[shown] ?? []} onClose={() => setOpened(null)} />
      )}
    </>
  )
}

function stepOf(job: Job | null, key: ShownStep) {
  return job?.steps.find((each) => each.key === key) ?? null
}

function Overall({ job, isOwn, cancelling }: { job: Job | null; isOwn: boolean; cancelling: boolean }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const progress = job?.progress ?? 0
  return (
    <Group wrap="nowrap" gap="md" mt="sm">
      <Progress.Root size={8} flex={1}>
        <Progress.Section value={progress * 100} aria-label={t('running')} animated />
      </Progress.Root>
      <Text span size="sm" w={44} ta="right">
        {format.percent(progress)}
      </Text>
      <Text span size="sm" c="dimmed" w={64} ta="right">
        {format.seconds(job?.seconds ?? 0)}
      </Text>
      {isOwn ? (
        <Button
          size="compact-md"
          variant="light"
          color="red"
          leftSection={<IconX size={15} aria-hidden />}
          disabled={cancelling}
          onClick={cancelRun}
          data-testid="cancel-run"
        >
          {cancelling ? t('cancelling') : t('cancel')}
        </Button>
      ) : (
        <Text span size="sm" c="dimmed">
          {t('elsewhere')}
        </Text>
      )}
    </Group>
  )
}
