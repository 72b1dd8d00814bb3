import { Modal, Skeleton, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DaemonName } from '../../../../pipeline/api.ts'
import { useEngineQuery } from '../../../bridge/use-engine-query.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { LogText } from '../../../components/log-text.tsx'
import { LIVE_MS } from '../use-status.ts'

const LINES = 400

/** The end of what a daemon wrote, going on while it is open. */
export function LogWindow(props: { daemon: DaemonName | null; title: string; onClose(): void }) {
  const { t } = useTranslation('cluster')
  return (
    <Modal
      opened={props.daemon !== null}
      onClose={props.onClose}
      size={980}
      title={t('log.title', { daemon: props.title })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {props.daemon && <Log daemon={props.daemon} />}
    </Modal>
  )
}

function Log({ daemon }: { daemon: DaemonName }) {
  const { t } = useTranslation('cluster')
  const { data, error, refetch } = useEngineQuery(
    'cluster.log',
    { daemon, lines: LINES },
    { refetchInterval: LIVE_MS },
  )
  if (!data)
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton height={300} role="status" aria-label={t('loading')} />
    )
  return (
    <>
      <Text size="xs" c="dimmed" mb={6} style={{ overflowWrap: 'anywhere' }}>
        {data.path}
      </Text>
      {data.lines.length > 0 ? (
        <LogText lines={data.lines} label={t('log.lines')} />
      ) : (
        <Text size="sm">{t('log.empty')}</Text>
      )}
    </>
  )
}
