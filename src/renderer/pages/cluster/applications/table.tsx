import { Anchor, Badge, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { YarnApplication } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from '../cluster.module.css'
import { COLOURS, shownState } from './state.ts'

/** YARN counts memory in units of 2^20 bytes. */
const MB = 2 ** 20

export function ApplicationsTable({
  applications,
  onShow,
}: {
  applications: readonly YarnApplication[]
  onShow(id: string): void
}) {
  const { t } = useTranslation('cluster')
  const format = useFormat()
  return (
    <div className={classes.scroll}>
      <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" highlightOnHover data-testid="apps-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('apps.state')}</Table.Th>
            <Table.Th>{t('apps.application')}</Table.Th>
            <Table.Th>{t('apps.name')}</Table.Th>
            <Table.Th>{t('apps.user')}</Table.Th>
            <Table.Th>{t('apps.started')}</Table.Th>
            <Table.Th ta="right">{t('apps.took')}</Table.Th>
            <Table.Th ta="right">{t('apps.progress')}</Table.Th>
            <Table.Th ta="right">{t('apps.memory')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {applications.map((application) => {
            const state = shownState(application)
            const { id, memory_mb } = application
            return (
              <Table.Tr key={id} data-testid={`app-${id}`} data-state={state}>
                <Table.Td>
                  <Badge variant="dot" color={COLOURS[state]} size="sm" tt="none" miw="max-content">
                    {t(`apps.states.${state}`)}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <Anchor component="button" type="button" size="sm" onClick={() => onShow(id)}>
                    {id.replace(/^application_/, '')}
                  </Anchor>
                </Table.Td>
                <Table.Td>{application.name}</Table.Td>
                <Table.Td>{application.user}</Table.Td>
                <Table.Td>{format.dateTime(application.started_at)}</Table.Td>
                <Table.Td ta="right">{format.seconds(application.seconds)}</Table.Td>
                <Table.Td ta="right">{format.percent(application.progress)}</Table.Td>
                <Table.Td ta="right">{memory_mb > 0 ? format.bytes(memory_mb * MB) : '—'}</Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </div>
  )
}
