import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Recognition } from '../../../pipeline/api.ts'
import classes from './files.module.css'

/** The header and the first lines, as they stand in the file. */
export function Preview({ file }: { file: Recognition }) {
  const { t } = useTranslation('home')
  const label = t('files.preview', { file: file.file })
  // Two columns may have one name, and lines have none: their place is what tells them apart.
  const columns = file.columns.map((name, index) => ({ key: `${index} ${name}`, name, index }))
  const lines = file.preview.map((record, index) => ({ key: String(index), record }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes.preview} tabIndex={0} aria-label={label}>
      <Table fz="xs" stickyHeader horizontalSpacing={8} verticalSpacing={3} withColumnBorders>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, name }) => (
              <Table.Th key={key} className={classes.cell}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ key, record }) => (
            <Table.Tr key={key}>
              {columns.map((column) => (
                <Table.Td key={column.key} className={classes.cell} title={record[column.index]}>
                  {record[column.index]}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
