import { Group, Text, Tooltip } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEngineStatus } from '../bridge/use-engine-status.ts'
import { useFormat } from '../i18n/format.ts'
import { ClusterState } from './cluster-state.tsx'
import { RunningJob } from './running-job.tsx'
import classes from './status-bar.module.css'
import { useLake } from './use-lake.ts'

/** How the engine is, what it is doing, and what it uses. */
export function StatusBar() {
  const { t } = useTranslation()
  const format = useFormat()
  const engine = useLake()?.engine
  return (
    <div className={classes.bar}>
      <EngineState />
      <RunningJob />
      <Group gap="md" wrap="nowrap" ml="auto">
        <ClusterState />
        {engine && (
          <Tooltip label={t('engine.tooltip', { ...engine, pid: String(engine.pid) })}>
            <Text span size="xs" c="dimmed" data-testid="engine-memory">
              {t('engine.memory', { size: format.bytes(engine.rss_bytes) })}
            </Text>
          </Tooltip>
        )}
        <Tooltip label={t('engine.local_tooltip')} multiline maw={300}>
          <span className={classes.local}>
            <IconLock size={13} aria-hidden />
            {t('engine.local')}
          </span>
        </Tooltip>
      </Group>
    </div>
  )
}

function EngineState() {
  const { t } = useTranslation()
  const { status, error } = useEngineStatus()
  const text = error?.details.connection === 'lost' ? t('engine.lost') : t(`engine.${status}`)
  return (
    <span className={classes.state} role="status" data-testid="engine-state">
      <span className={classes.dot} data-status={status} aria-hidden />
      {text}
    </span>
  )
}
