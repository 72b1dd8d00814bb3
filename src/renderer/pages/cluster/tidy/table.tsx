import { Checkbox, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PurgeItem } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from '../cluster.module.css'

interface ItemsTableProps {
  items: readonly PurgeItem[]
  /** Those that are to stay. */
  kept: ReadonlySet<string>
  onToggle(id: string): void
}

export function ItemsTable({ items, kept, onToggle }: ItemsTableProps) {
  const { t } = useTranslation('cluster')
  const format = useFormat()
  return (
    <div className={classes.scroll}>
      <Table fz="sm" verticalSpacing={5} horizontalSpacing="sm" data-testid="tidy-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={34}>
              <span className="visually-hidden">{t('tidy.choose')}</span>
            </Table.Th>
            <Table.Th>{t('tidy.what')}</Table.Th>
            <Table.Th>{t('tidy.where')}</Table.Th>
            <Table.Th ta="right">{t('files.size')}</Table.Th>
            <Table.Th>{t('tidy.since')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ id, kind, where, path, bytes, modified_at }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Checkbox
                  size="xs"
                  checked={!kept.has(id)}
                  onChange={() => onToggle(id)}
                  aria-label={t('tidy.choose_one', { path })}
                />
              </Table.Td>
              <Table.Td>
                {t(`tidy.kinds.${kind}`)}
                <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {path}
                </Text>
              </Table.Td>
              <Table.Td>{where === 'hdfs' ? 'HDFS' : t('tidy.here')}</Table.Td>
              <Table.Td ta="right">{format.bytes(bytes)}</Table.Td>
              <Table.Td>{format.dateTime(modified_at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
