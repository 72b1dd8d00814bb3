import { SegmentedControl, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QualityReport } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import quality from '../quality.module.css'
import classes from './completeness.module.css'
import { type ColumnFill, columnFills, direction, honestPercent, type Order } from './rows.ts'

/** How full every column of a table is, and how full it was in the run before. */
export function CompletenessView({ report }: { report: QualityReport }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const [table, setTable] = useState('films')
  const [order, setOrder] = useState<Order>('table')
  const shown = report.completeness.find((each) => each.table === table) ?? report.completeness[0]
  if (!shown) return null
  const compared = shown.columns.some((column) => column.previous_share !== null)
  return (
    <section className={quality.card} aria-labelledby="quality-completeness">
      <div className={classes.head}>
        <div>
          <Title order={2} id="quality-completeness">
            {t('completeness.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {compared
              ? t('completeness.compared', { run: report.compared_with ?? '' })
              : t('completeness.alone')}
          </Text>
        </div>
        <div className={classes.controls}>
          <SegmentedControl<Order>
            size="xs"
            aria-label={t('completeness.order')}
            value={order}
            onChange={setOrder}
            data={(['table', 'emptiest'] as const).map((value) => ({
              value,
              label: t(`completeness.${value}`),
            }))}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('completeness.table_label')}
            value={shown.table}
            onChange={setTable}
            data={report.completeness.map(({ table: value }) => ({ value, label: t(`tables.${value}`) }))}
          />
        </div>
      </div>
      <Text size="sm" mb={6}>
        {t('rows', { count: shown.rows, formatted: format.integer(shown.rows) })}
      </Text>
      <div className={quality.scroll}>
        <Table fz="sm" verticalSpacing={4} horizontalSpacing="sm" data-testid="completeness-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('completeness.column')}</Table.Th>
              <Table.Th scope="col" w="46%">
                {t('completeness.filled')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('completeness.nulls')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('completeness.change')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columnFills(shown, order).map((fill) => (
              <Line key={fill.column} fill={fill} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  )
}

function Line({ fill }: { fill: ColumnFill }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const { column, nulls, filled, previous, change } = fill
  const way = direction(change)
  return (
    <Table.Tr>
      <Table.Th scope="row" ff="monospace" fw={450}>
        {column}
      </Table.Th>
      <Table.Td>
        <div className={classes.fill}>
          <span className={classes.track} aria-hidden>
            <span className={classes.bar} style={{ width: `${(filled ?? 0) * 100}%` }} />
            {previous !== null && way !== 'same' && (
              <span
                className={classes.before}
                style={{ left: `${previous * 100}%` }}
                title={t('completeness.before', { share: format.percent(previous, 1) })}
              />
            )}
          </span>
          <span className={classes.share}>{honestPercent(filled, (share) => format.percent(share, 1))}</span>
        </div>
      </Table.Td>
      <Table.Td ta="right">{format.integer(nulls)}</Table.Td>
      <Table.Td ta="right" className={classes.change} data-way={way ?? undefined}>
        {way === null && '—'}
        {way === 'same' && '='}
        {(way === 'up' || way === 'down') &&
          t('completeness.points', {
            n: `${way === 'up' ? '+' : '−'}${format.decimal(Math.abs(change ?? 0), 1)}`,
          })}
      </Table.Td>
    </Table.Tr>
  )
}
