import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { IngestionRecord } from '../../../pipeline/api.ts'
import { useEngineQuery } from '../../bridge/use-engine-query.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { useSourceName } from '../../components/use-source-name.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './history.module.css'
import { StateBadge } from './state-badge.tsx'

const HEAD = ['status', 'file', 'source', 'rows', 'size', 'hash', 'when', 'error'] as const

/** Every file that was landed or tried. */
export function Ingestions() {
  const { t } = useTranslation('home')
  const { data, error, refetch } = useEngineQuery('ingest.history', { limit: 200 })
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null
  if (data.ingestions.length === 0)
    return (
      <Text size="sm" c="dimmed" py="lg" ta="center">
        {t('history.no_ingestions')}
      </Text>
    )
  return (
    <div className={classes.frame}>
      <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {HEAD.map((name) => (
              <Table.Th key={name} ta={name === 'rows' || name === 'size' ? 'right' : 'left'}>
                {t(`history.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.ingestions.map((each) => (
            <Line key={`${each.started_at} ${each.file} ${each.status}`} each={each} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Line({ each }: { each: IngestionRecord }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const sourceName = useSourceName()
  return (
    <Table.Tr>
      <Table.Td>
        <StateBadge name={each.status}>{t(`ingestion.${each.status}`)}</StateBadge>
      </Table.Td>
      <Table.Td className={classes.cell} title={each.file}>
        {each.file}
      </Table.Td>
      <Table.Td>{sourceName(each.source)}</Table.Td>
      <Table.Td ta="right">{format.integer(each.rows)}</Table.Td>
      <Table.Td ta="right">{format.bytes(each.bytes)}</Table.Td>
      <Table.Td ff="monospace" title={each.sha256 ?? undefined}>
        {each.sha256?.slice(0, 10) ?? '—'}
      </Table.Td>
      <Table.Td>{format.dateTime(each.finished_at)}</Table.Td>
      <Table.Td className={classes.cell} title={each.error ?? undefined}>
        {each.error_code ?? ''}
      </Table.Td>
    </Table.Tr>
  )
}
