import { Button, Checkbox, Menu, Text } from '@mantine/core'
import {
  IconDownload,
  IconFileSpreadsheet,
  IconFileTypeCsv,
  IconTableExport,
  IconX,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportFormat } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import type { ListedColumn } from '../columns-menu.tsx'
import classes from '../explorer.module.css'
import type { ToolbarProps } from '../toolbar.tsx'
import { useExplorer } from '../view-state.ts'
import { useExport } from './use-export.ts'

const FORMATS = [
  { format: 'csv', icon: IconFileTypeCsv },
  { format: 'xlsx', icon: IconFileSpreadsheet },
  { format: 'parquet', icon: IconTableExport },
] as const

export interface ExportMenuProps extends Omit<ToolbarProps, 'total'> {
  columns: readonly ListedColumn[]
  total: number
}

/** What is on screen as a file: the same rows in the same order, the shown columns or all of them. */
export function ExportMenu({ view, columns, total, question }: ExportMenuProps) {
  const { t } = useTranslation('explorer')
  const number = useFormat().integer
  const { visibility } = useExplorer((state) => state[view])
  const [all, setAll] = useState(false)
  const { running, start, cancel } = useExport()
  const shown = columns.filter(({ id, shown }) => all || (visibility[id] ?? shown)).map(({ id }) => id)
  const run = (format: ExportFormat) =>
    void start({ view, format, name: t(`export.name_${view}`), params: { ...question, columns: shown } })

  if (running)
    return (
      <Button size="xs" variant="default" loading={false} leftSection={<IconX size={15} />} onClick={cancel}>
        {t('export.cancel')}
      </Button>
    )
  return (
    <Menu position="bottom-end" shadow="md" width={270}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          disabled={total === 0}
          className={classes.tool}
          leftSection={<IconDownload size={15} aria-hidden />}
          aria-label={t('export.open')}
          data-testid="export-open"
        >
          {t('export.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {t(`export.what_${view}`, {
            count: total,
            formatted: number(total),
            columns: number(shown.length),
          })}
        </Menu.Label>
        {FORMATS.map(({ format, icon: Icon }) => (
          <Menu.Item
            key={format}
            leftSection={<Icon size={17} stroke={1.6} aria-hidden />}
            onClick={() => run(format)}
            data-testid={`export-${format}`}
          >
            {t(`export.${format}.label`)}
            <Text size="xs" c="dimmed">
              {t(`export.${format}.about`)}
            </Text>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="div" closeMenuOnClick={false} onClick={() => setAll(!all)}>
          <Checkbox
            size="xs"
            label={t('export.all_columns', { n: number(columns.length) })}
            checked={all}
            readOnly
            tabIndex={-1}
            styles={{ root: { pointerEvents: 'none' } }}
          />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
