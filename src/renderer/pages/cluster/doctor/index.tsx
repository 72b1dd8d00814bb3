import { Button, Code, CopyButton, Skeleton, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleCheck,
  IconCircleX,
  IconCopy,
  IconDownload,
  IconRefresh,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DoctorCheck, DoctorReport } from '../../../../pipeline/api.ts'
import { runClusterJob, useClusterJob } from '../../../app/cluster-job.ts'
import { isRunning } from '../../../app/job-state.ts'
import { useEngineQuery } from '../../../bridge/use-engine-query.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { Card } from '../card.tsx'
import classes from '../cluster.module.css'
import { useCheckText } from './use-check-text.ts'

/** What the cluster needs: each line found or not, with the command that mends it. */
export function DoctorCard() {
  const { t } = useTranslation('cluster')
  const { data, error, refetch, isFetching } = useEngineQuery('cluster.doctor', {})
  return (
    <Card
      title={t('doctor.title')}
      about={data && t(data.ok ? 'doctor.ok' : 'doctor.not_ok')}
      testId="doctor"
      actions={
        <>
          <span style={{ flex: 1 }} />
          {data && isInstallable(data) && <Install />}
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconRefresh size={15} aria-hidden />}
            loading={isFetching && data !== undefined}
            onClick={() => void refetch()}
          >
            {t('doctor.again')}
          </Button>
        </>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data ? (
        <ul className={classes.checks}>
          {data.checks.map((check) => (
            <Line key={check.id} check={check} />
          ))}
        </ul>
      ) : (
        !error && <Skeleton height={300} role="status" aria-busy="true" aria-label={t('loading')} />
      )}
    </Card>
  )
}

/** Whether the studio itself can fetch what is missing. */
function isInstallable({ checks }: DoctorReport): boolean {
  return checks.some(({ code }) => code === 'HADOOP_MISSING' || code === 'SPARK_MISSING')
}

function Install() {
  const { t } = useTranslation('cluster')
  const busy = isRunning(useClusterJob())
  return (
    <Button
      size="compact-md"
      leftSection={<IconDownload size={15} aria-hidden />}
      disabled={busy}
      onClick={() => void runClusterJob('cluster.install', {})}
      data-testid="cluster-install"
    >
      {t('actions.install')}
    </Button>
  )
}

const MARKS = { ok: IconCircleCheck, warning: IconAlertTriangle, error: IconCircleX }

function Line({ check }: { check: DoctorCheck }) {
  const { t } = useTranslation('cluster')
  const { sentence, detail, hint } = useCheckText()(check)
  const Mark = MARKS[check.level]
  return (
    <li className={classes.check} data-testid={`check-${check.id}`} data-level={check.level}>
      <Mark
        size={18}
        className={classes.mark}
        data-level={check.level}
        role="img"
        aria-label={t(`doctor.level.${check.level}`)}
      />
      <div>
        <Text size="sm" inherit>
          {sentence}
        </Text>
        {detail && (
          <Text size="xs" c="dimmed">
            {detail}
          </Text>
        )}
        {hint && (
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        )}
        {check.fix && <Fix command={check.fix} />}
      </div>
    </li>
  )
}

/** The command that mends it, to be pasted into a terminal. */
function Fix({ command }: { command: string }) {
  const { t } = useTranslation('cluster')
  return (
    <div className={classes.fix}>
      <Code>{command}</Code>
      <CopyButton value={command} timeout={2000}>
        {({ copied, copy }) => (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
            onClick={copy}
          >
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
