import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnProposal } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ColumnRow } from './column-row.tsx'
import classes from './mapping.module.css'
import { isFindable } from './state.ts'

/** More rows of choices at once would make the window slow. */
const AT_ONCE = 80

export interface ColumnsProps {
  columns: ColumnProposal[]
  onChange(index: number, meaning: { means: string; unit: string } | null): void
}

/** Each column with some of its values, what it may mean, and how sure that is. */
export function Columns({ columns, onChange }: ColumnsProps) {
  const { t } = useTranslation('mapping')
  const format = useFormat()
  const [shown, setShown] = useState(AT_ONCE)
  const left = columns.length - shown
  return (
    <div className={classes.frame}>
      <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" stickyHeader data-testid="mapping-columns">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('column')}</Table.Th>
            <Table.Th scope="col" w={250}>
              {t('means')}
            </Table.Th>
            <Table.Th scope="col" w={190}>
              {t('written')}
            </Table.Th>
            <Table.Th scope="col" w={170}>
              {t('sure')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.slice(0, shown).map((column) => (
            <ColumnRow
              key={column.index}
              column={column}
              findable={isFindable(columns, column)}
              onChange={(meaning) => onChange(column.index, meaning)}
            />
          ))}
        </Table.Tbody>
      </Table>
      {left > 0 && (
        <Button variant="subtle" size="compact-sm" m={8} onClick={() => setShown(shown + AT_ONCE)}>
          {t('more_columns', { count: left, formatted: format.integer(left) })}
        </Button>
      )}
    </div>
  )
}
