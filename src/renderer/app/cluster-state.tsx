import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ClusterStatus } from '../../pipeline/api.ts'
import { useEngineQuery } from '../bridge/use-engine-query.ts'
import { useEngineStatus } from '../bridge/use-engine-status.ts'
import { useFilters } from '../filters/store.ts'
import { useClusterJob } from './cluster-job.ts'
import { isRunning } from './job-state.ts'
import { addressOf } from './router.ts'
import classes from './status-bar.module.css'

/** The engine tells every change that it makes itself; another program may start or stop the cluster too. */
const AGAIN_MS = 30_000

/** How the cluster is, seen from every page; leads to its page. */
export function ClusterState() {
  const { t } = useTranslation()
  const { status } = useEngineStatus()
  const job = useClusterJob()
  const { data, error } = useEngineQuery(
    'cluster.status',
    {},
    { enabled: status === 'ready', refetchInterval: AGAIN_MS },
  )
  // The link carries the filters along.
  useFilters()
  const verb = isRunning(job) ? job.job?.verb : undefined
  const state = error ? 'unknown' : data && stateOf(data)
  if (!state) return null
  return (
    <Tooltip label={t(verb ? 'cluster.about_busy' : `cluster.about_${state}`)} multiline maw={300}>
      <a
        className={classes.cluster}
        href={addressOf({ page: 'cluster' })}
        data-state={verb ? 'busy' : state}
        data-testid="cluster-now-bar"
      >
        <span className={classes.dot} data-cluster={verb ? 'busy' : state} aria-hidden />
        {verb ? t(`job.${verb}`) : t(`cluster.${state}`)}
      </a>
    </Tooltip>
  )
}

function stateOf({ state, installed }: ClusterStatus) {
  return state === 'stopped' && !installed ? 'not_installed' : state
}
