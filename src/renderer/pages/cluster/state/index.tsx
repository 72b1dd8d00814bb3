import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../../components/error-state.tsx'
import classes from '../cluster.module.css'
import { DoctorCard } from '../doctor/index.tsx'
import { useClusterStatus } from '../use-status.ts'
import { DaemonsCard } from './daemons.tsx'
import { HdfsCard, YarnCard } from './figures.tsx'

/** What runs, how much of it is taken, and what the machine has for it. */
export function StateView() {
  const { t } = useTranslation('cluster')
  const { data, error, refetch } = useClusterStatus()
  return (
    <>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data ? (
        <>
          <DaemonsCard status={data} />
          <div className={classes.columns}>
            <HdfsCard status={data} />
            <YarnCard status={data} />
          </div>
        </>
      ) : (
        !error && (
          <div role="status" aria-busy="true" aria-label={t('loading')}>
            <Skeleton height={252} radius="md" mb={16} />
            <Skeleton height={150} radius="md" />
          </div>
        )
      )}
      <div style={{ height: 16 }} />
      <DoctorCard />
    </>
  )
}
