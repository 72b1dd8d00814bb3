import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Reject } from '../../../../pipeline/api.ts'
import { useSourceName } from '../../../components/use-source-name.ts'
import { useFormat } from '../../../i18n/format.ts'
import { detailText } from './detail-text.ts'
import classes from './rejects.module.css'
import { useReasonName } from './use-reason-name.ts'

export function RejectsTable({ rows, stale }: { rows: Reject[]; stale: boolean }) {
  const { t } = useTranslation('quality')
  return (
    <section
      className={classes.frame}
      data-stale={stale || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={t('rejects.title')}
    >
      <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" data-testid="rejects-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('rejects.file')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('rejects.line')}
            </Table.Th>
            <Table.Th scope="col">{t('rejects.reason')}</Table.Th>
            <Table.Th scope="col" w="50%">
              {t('rejects.raw')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Line key={`${row.path} ${row.line} ${row.reason}`} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

function Line({ row }: { row: Reject }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const sourceName = useSourceName()
  const reasonName = useReasonName()
  const { source, file, path, line, reason, detail, raw } = row
  return (
    <Table.Tr>
      <Table.Td className={classes.top}>
        <div title={path}>{file}</div>
        <Text size="xs" c="dimmed">
          {sourceName(source)}
        </Text>
      </Table.Td>
      <Table.Td className={classes.top} ta="right">
        {format.integer(line)}
      </Table.Td>
      <Table.Td className={classes.top}>
        <div>{reasonName(reason)}</div>
        {detail && (
          <Text size="xs" c="dimmed">
            {detailText(t, row)}
          </Text>
        )}
      </Table.Td>
      <Table.Td className={classes.top}>{raw === null ? '—' : <Raw text={raw} />}</Table.Td>
    </Table.Tr>
  )
}

/** One line of it, all of it when opened. */
function Raw({ text }: { text: string }) {
  return (
    <details className={classes.raw}>
      <summary>{text.trim() === '' ? '␣' : text}</summary>
      <pre>{text}</pre>
    </details>
  )
}
