import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EngineError } from '../../bridge/engine.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'

/** Codes that say that the cluster, or half of it, does not run. */
const STOPPED = ['HDFS_UNREACHABLE', 'YARN_UNREACHABLE']

/** Why a list cannot be shown: a cluster that does not run is no error, but says what to do next. */
export function NoAnswer({ error, onRetry }: { error: EngineError; onRetry(): void }) {
  const { t } = useTranslation('cluster')
  if (!STOPPED.includes(error.code)) return <ErrorState error={error} onRetry={onRetry} />
  return (
    <EmptyState
      icon={<IconPlugConnectedX size={24} />}
      title={t(error.code === 'HDFS_UNREACHABLE' ? 'stopped.hdfs' : 'stopped.yarn')}
      text={t('stopped.text')}
    />
  )
}
