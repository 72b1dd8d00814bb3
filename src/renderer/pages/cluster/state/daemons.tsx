import { Anchor, Badge, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClusterStatus, Daemon, DaemonName } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Card } from '../card.tsx'
import classes from '../cluster.module.css'
import { LogWindow } from './log-window.tsx'

const NAMES: Record<DaemonName, string> = {
  namenode: 'NameNode',
  datanode: 'DataNode',
  resourcemanager: 'ResourceManager',
  nodemanager: 'NodeManager',
}
const COLOURS = { running: 'teal', starting: 'iris', partial: 'orange', stopped: 'gray' } as const

/** The four daemons: which run, since when, with how much memory, and what each wrote. */
export function DaemonsCard({ status }: { status: ClusterStatus }) {
  const { t } = useTranslation('cluster')
  const [log, setLog] = useState<DaemonName | null>(null)
  return (
    <Card
      title={t('daemons.title')}
      about={t(`kind.${status.cluster}`, { path: status.conf_dir })}
      actions={
        <Badge
          variant="dot"
          color={COLOURS[status.state]}
          tt="none"
          size="lg"
          miw="max-content"
          data-testid="cluster-now"
          data-state={status.state}
        >
          {t(`state.${status.state}`)}
        </Badge>
      }
    >
      <div className={classes.scroll}>
        <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" data-testid="daemons">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('daemons.daemon')}</Table.Th>
              <Table.Th>{t('daemons.state')}</Table.Th>
              <Table.Th ta="right">{t('daemons.pid')}</Table.Th>
              <Table.Th ta="right">{t('daemons.port')}</Table.Th>
              <Table.Th>{t('daemons.web')}</Table.Th>
              <Table.Th ta="right">{t('daemons.uptime')}</Table.Th>
              <Table.Th ta="right">{t('daemons.memory')}</Table.Th>
              <Table.Th>{t('daemons.log')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {status.daemons.map((daemon) => (
              <Line key={daemon.name} daemon={daemon} onLog={() => setLog(daemon.name)} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <LogWindow daemon={log} title={log ? NAMES[log] : ''} onClose={() => setLog(null)} />
    </Card>
  )
}

function Line({ daemon, onLog }: { daemon: Daemon; onLog(): void }) {
  const { t } = useTranslation('cluster')
  const format = useFormat()
  const { name, state, pid, port, http, uptime_seconds, rss_bytes, log } = daemon
  return (
    <Table.Tr data-testid={`daemon-${name}`} data-state={state}>
      <Table.Td>
        <Text size="sm" fw={550}>
          {NAMES[name]}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`daemons.about.${name}`)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="dot" color={COLOURS[state]} size="sm" tt="none" miw="max-content">
          {t(`state.${state}`)}
        </Badge>
      </Table.Td>
      <Table.Td ta="right">{pid ?? '—'}</Table.Td>
      <Table.Td ta="right">{port ?? '—'}</Table.Td>
      <Table.Td>{http?.replace(/^https?:\/\//, '') ?? '—'}</Table.Td>
      <Table.Td ta="right">{format.seconds(uptime_seconds)}</Table.Td>
      <Table.Td ta="right">{format.bytes(rss_bytes)}</Table.Td>
      <Table.Td>
        {log ? (
          <Anchor component="button" type="button" size="sm" onClick={onLog} data-testid={`log-${name}`}>
            {t('daemons.show_log')}
          </Anchor>
        ) : (
          '—'
        )}
      </Table.Td>
    </Table.Tr>
  )
}
