import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { TableDiff } from '../../../../../pipeline/api.ts'
import { useFormat } from '../../../../i18n/format.ts'

const COLUMNS = ['rows_a', 'rows_b', 'added', 'removed', 'changed', 'unchanged'] as const

/** Table by table: how many rows came, went and changed. */
export function Counts({ tables }: { tables: TableDiff[] }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  return (
    <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" data-testid="diff-counts">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('diff.table')}</Table.Th>
          {COLUMNS.map((column) => (
            <Table.Th key={column} scope="col" ta="right">
              {t(`diff.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tables.map((diff) => (
          <Table.Tr key={diff.table}>
            <Table.Th scope="row" fw={500}>
              {t(`outcome.${diff.table}`)}
            </Table.Th>
            {COLUMNS.map((column) => (
              <Table.Td key={column} ta="right">
                {format.integer(diff[column])}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
