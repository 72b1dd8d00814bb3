import { Anchor, Table } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BalanceLine } from '../../../../pipeline/api.ts'
import { addressOf } from '../../../app/router.ts'
import { useSourceName } from '../../../components/use-source-name.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from '../quality.module.css'
import { chooseRejects, chooseRun } from '../store.ts'
import { isBalanced, type Total, totalOf } from './layout.ts'

const COLUMNS = ['rows_in', 'rows_out', 'merged', 'rejected'] as const

/** The balance of a run (null: the published one) in figures, source by source, and whether it holds. */
export function FlowTable({ balance, run }: { balance: BalanceLine[]; run: string | null }) {
  const { t } = useTranslation('quality')
  const sourceName = useSourceName()
  return (
    <div className={classes.scroll}>
      <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" data-testid="balance-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('flow.source')}</Table.Th>
            {COLUMNS.map((column) => (
              <Table.Th key={column} scope="col" ta="right">
                {t(`flow.${column}`)}
              </Table.Th>
            ))}
            <Table.Th scope="col" ta="right">
              {t('flow.rejected_share')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('flow.holds')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {balance.map((line) => (
            <Line
              key={line.source}
              name={sourceName(line.source)}
              line={line}
              source={line.source}
              run={run}
            />
          ))}
        </Table.Tbody>
        {balance.length > 1 && (
          <Table.Tfoot>
            <Line name={t('flow.total')} line={totalOf(balance)} source={null} run={run} />
          </Table.Tfoot>
        )}
      </Table>
    </div>
  )
}

interface LineProps {
  name: string
  line: Total
  source: string | null
  run: string | null
}

function Line({ name, line, source, run }: LineProps) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const holds = isBalanced(line)
  const Holds = holds ? IconCheck : IconX
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}
      </Table.Th>
      {COLUMNS.map((column) => (
        <Table.Td key={column} ta="right">
          {column === 'rejected' && line.rejected > 0 ? (
            <Anchor
              inherit
              href={addressOf({ page: 'quality', section: 'rejects' })}
              onClick={() => {
                chooseRun(run)
                chooseRejects({ source })
              }}
              aria-label={t('flow.see_rejects', { source: name, n: format.integer(line.rejected) })}
            >
              {format.integer(line.rejected)}
            </Anchor>
          ) : (
            format.integer(line[column])
          )}
        </Table.Td>
      ))}
      <Table.Td ta="right">
        {format.percent(line.rows_in === 0 ? null : line.rejected / line.rows_in, 2)}
      </Table.Td>
      <Table.Td ta="right" className={holds ? classes.good : classes.bad}>
        <Holds size={16} stroke={2.2} aria-label={t(holds ? 'flow.yes' : 'flow.no')} role="img" />
      </Table.Td>
    </Table.Tr>
  )
}
