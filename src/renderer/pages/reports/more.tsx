import { Button } from '@mantine/core'
import { IconMathFunction, IconTable } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { NumbersTable } from './numbers-table.tsx'
import { setReportOptions, useReportOptions } from './options.ts'
import classes from './reports.module.css'
import type { DataTable } from './table.ts'

/** In words; also printed when it is closed on screen. */
export function HowComputed({ how }: { how: readonly string[] }) {
  const { t } = useTranslation('reports')
  const shown = useReportOptions(({ showsHow }) => showsHow)
  const id = useId()
  return (
    <section>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={classes.toggle}
        leftSection={<IconMathFunction size={16} stroke={1.6} aria-hidden />}
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setReportOptions({ showsHow: !shown })}
        data-testid="report-how"
      >
        {t('how')}
      </Button>
      <div id={id} className={classes.folded} data-open={shown || undefined}>
        <h2 className={classes.printTitle}>{t('how')}</h2>
        <ul className={classes.how}>
          {how.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** The numbers behind the chart, as tables. */
export function Numbers({ tables }: { tables: DataTable[] }) {
  const { t } = useTranslation('reports')
  const shown = useReportOptions(({ showsTable }) => showsTable)
  const id = useId()
  return (
    <section>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={classes.toggle}
        leftSection={<IconTable size={16} stroke={1.6} aria-hidden />}
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setReportOptions({ showsTable: !shown })}
        data-testid="report-table-toggle"
      >
        {t(shown ? 'hide_table' : 'show_table')}
      </Button>
      <div id={id} className={classes.folded} data-open={shown || undefined} data-testid="report-table">
        {tables.map((table) => (
          <NumbersTable key={table.id} table={table} isOpen={shown} />
        ))}
      </div>
    </section>
  )
}
