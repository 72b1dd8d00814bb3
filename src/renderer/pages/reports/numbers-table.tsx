import { Anchor, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { addressOf } from '../../app/router.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './reports.module.css'
import type { DataTable } from './table.ts'

/** More rows than this are for the CSV. */
const ON_SCREEN = 200
/** Longer tables are neither printed nor drawn before someone asks for them. */
const SHORT = 150

export function NumbersTable({ table, isOpen }: { table: DataTable; isOpen: boolean }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const { rows, columns, title } = table
  if (!isOpen && rows.length > SHORT) return null
  return (
    <section
      className={classes.tableBox}
      data-long={rows.length > SHORT || undefined}
      aria-label={title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <Table className={classes.table} highlightOnHover verticalSpacing={4} horizontalSpacing={10}>
        <Table.Caption className={classes.caption}>
          {title}
          {rows.length > ON_SCREEN && (
            <span className={classes.captionNote}>
              {t('first_rows', { shown: format.integer(ON_SCREEN), total: format.integer(rows.length) })}
            </span>
          )}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, label, isNumber }) => (
              <Table.Th key={key} scope="col" ta={isNumber ? 'right' : 'left'}>
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, ON_SCREEN).map(({ texts, film }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <Table.Tr key={row}>
              {texts.map((text, index) => (
                <Table.Td key={columns[index]?.key} ta={columns[index]?.isNumber ? 'right' : 'left'}>
                  {film && index === 0 ? <FilmLink film={film}>{text}</FilmLink> : text}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

/** Opens the panel of a film. */
export function FilmLink({ film, children }: { film: string; children: string }) {
  return (
    <Anchor inherit href={addressOf({ page: 'explorer', film })}>
      {children}
    </Anchor>
  )
}
