import { Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { QualityReport } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import quality from '../quality.module.css'
import { ambiguousTable } from './ambiguous-table.ts'

/** Pairs that fit equally well: none was taken. */
export function Ambiguous({ ambiguous }: { ambiguous: QualityReport['matching']['ambiguous'] }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const { total, rows } = ambiguous
  const table = ambiguousTable(rows)
  const title = useColumnTitle()
  return (
    <section className={quality.card} aria-labelledby="quality-ambiguous" data-testid="ambiguous">
      <Title order={2} id="quality-ambiguous">
        {t('ambiguous.title')}
      </Title>
      <Text size="sm" c="dimmed" mb={total > 0 ? 8 : 0}>
        {total === 0
          ? t('ambiguous.none')
          : t('ambiguous.about', { count: total, formatted: format.integer(total) })}
        {total > rows.length && ` ${t('ambiguous.first', { n: format.integer(rows.length) })}`}
      </Text>
      {rows.length > 0 && (
        <div className={quality.scroll}>
          <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                {table.columns.map((column) => (
                  <Table.Th key={column} scope="col">
                    {title(column)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {table.rows.map((cells, row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
                <Table.Tr key={row}>
                  {cells.map((cell, index) => (
                    <Table.Td key={table.columns[index]}>{cell}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </section>
  )
}

function useColumnTitle(): (column: string) => string {
  const { t, i18n } = useTranslation('quality')
  return (column) =>
    i18n.exists(`quality:ambiguous.column.${column}`) ? t(`ambiguous.column.${column as 'rt_id'}`) : column
}
