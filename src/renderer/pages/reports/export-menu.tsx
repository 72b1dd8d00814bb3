import { Button, Menu, useComputedColorScheme } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconFileTypePdf, IconFileTypeSvg, IconPhoto, IconTable } from '@tabler/icons-react'
import { type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toCsv } from '../../charts/export/csv.ts'
import { figureSvg } from '../../charts/export/figure-svg.ts'
import { fileName } from '../../charts/export/file-name.ts'
import { fontCss } from '../../charts/export/font.ts'
import { toPng } from '../../charts/export/png.ts'
import { saveFile } from '../../charts/export/save.ts'
import type { Filters } from '../../filters/filters.ts'
import { chartColours } from '../../theme-charts.ts'
import { printAsPdf } from './print.ts'
import type { ReportText } from './report-text.ts'
import classes from './reports.module.css'
import type { DataTable } from './table.ts'

export interface ExportMenuProps {
  figure: RefObject<HTMLElement | null>
  text: ReportText
  source: string
  file: { report: string; run: string; filters: Filters }
}

const ICON = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** The drawing, its numbers, or the whole report on paper. */
export function ExportMenu({ figure, text, source, file }: ExportMenuProps) {
  const { t } = useTranslation('reports')
  const isDark = useComputedColorScheme('light') === 'dark'
  const [onWhite, setOnWhite] = useState(true)
  const words = { all: t('file.all'), unknown: t('file.unknown') }
  const named = (extension: string, part = '') =>
    fileName({ ...file, report: file.report + part, words }, extension)

  const run = (act: () => Promise<void> | void) => async () => {
    try {
      await act()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      notifications.show({ color: 'red', title: t('export.failed'), message: reason })
    }
  }
  const drawing = async () => {
    if (!figure.current) throw new Error('no figure')
    const colours = chartColours[isDark && !onWhite ? 'dark' : 'light']
    const { headline: title, summary: subtitle } = text
    return figureSvg(figure.current, { title, subtitle, source }, colours, await fontCss())
  }
  const saveSvg = run(async () => saveFile(named('svg'), (await drawing()).svg, 'image/svg+xml'))
  const savePng = run(async () => saveFile(named('png'), await toPng(await drawing()), 'image/png'))
  const savePdf = run(() => printAsPdf(named('pdf')))
  const saveCsv = ({ id, columns, rows }: DataTable) =>
    run(() => {
      const keys = columns.map(({ key }) => key)
      const csv = toCsv(
        keys,
        rows.map(({ values }) => values),
      )
      saveFile(named('csv', id === file.report ? '' : `-${id}`), csv, 'text/csv;charset=utf-8')
    })

  return (
    <Menu position="bottom-end" shadow="md" width={260}>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconDownload {...ICON} />}
          className={classes.export}
          data-testid="report-export"
        >
          {t('export.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('export.drawing')}</Menu.Label>
        <Menu.Item
          leftSection={<IconPhoto {...ICON} />}
          onClick={savePng}
          disabled={text.isEmpty}
          data-testid="export-png"
        >
          {t('export.png')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileTypeSvg {...ICON} />}
          onClick={saveSvg}
          disabled={text.isEmpty}
          data-testid="export-svg"
        >
          {t('export.svg')}
        </Menu.Item>
        {isDark && (
          <Menu.CheckboxItem checked={onWhite} onChange={setOnWhite} closeMenuOnClick={false}>
            {t('export.on_white')}
          </Menu.CheckboxItem>
        )}
        <Menu.Divider />
        <Menu.Label>{t('export.numbers')}</Menu.Label>
        {text.tables.map((table) => (
          <Menu.Item
            key={table.id}
            leftSection={<IconTable {...ICON} />}
            onClick={saveCsv(table)}
            data-testid={`export-csv-${table.id}`}
          >
            {text.tables.length > 1 ? t('export.csv_of', { table: table.title }) : t('export.csv')}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('export.report')}</Menu.Label>
        <Menu.Item leftSection={<IconFileTypePdf {...ICON} />} onClick={savePdf} data-testid="export-pdf">
          {t(window.cine ? 'export.pdf' : 'export.print')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
