import { Button } from '@mantine/core'
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { runClusterJob, useClusterJob } from '../../app/cluster-job.ts'
import { isRunning } from '../../app/job-state.ts'
import { useClusterStatus } from './use-status.ts'

/** HDFS and YARN, started and stopped together: one is of no use without the other. */
export function HeaderActions() {
  const { t } = useTranslation('cluster')
  const job = useClusterJob()
  const busy = isRunning(job)
  const { data } = useClusterStatus()
  // One that runs elsewhere is only used.
  if (!data || data.cluster === 'remote') return null
  return (
    <>
      {data.state !== 'stopped' && (
        <Button
          variant="default"
          leftSection={<IconPlayerStopFilled size={15} aria-hidden />}
          disabled={busy}
          loading={busy && job.job?.verb === 'cluster_down'}
          onClick={() => void runClusterJob('cluster.down', {})}
          data-testid="cluster-down"
        >
          {t('actions.down')}
        </Button>
      )}
      {data.state !== 'running' && (
        <Button
          leftSection={<IconPlayerPlayFilled size={15} aria-hidden />}
          disabled={busy}
          loading={busy && job.job?.verb === 'cluster_up'}
          onClick={() => void runClusterJob('cluster.up', {})}
          data-testid="cluster-up"
        >
          {t(data.state === 'partial' ? 'actions.up_rest' : 'actions.up')}
        </Button>
      )}
    </>
  )
}
