import { Button, Checkbox, Group, Popover, ScrollArea, Stack, UnstyledButton } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './explorer.module.css'
import { changeView, useExplorer, type ViewName } from './view-state.ts'

export interface ListedColumn {
  id: string
  label: string
  shown: boolean
}

/** Which columns are shown: one at least, as the first names the rows. */
export function ColumnsMenu({ view, columns }: { view: ViewName; columns: readonly ListedColumn[] }) {
  const { t } = useTranslation('explorer')
  const { visibility } = useExplorer((state) => state[view])
  const isShown = ({ id, shown }: ListedColumn) => visibility[id] ?? shown
  const n = columns.filter(isShown).length
  return (
    <Popover position="bottom-end" shadow="md" width={250} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          className={classes.tool}
          leftSection={<IconColumns3 size={15} aria-hidden />}
          aria-label={t('columns_menu.open')}
          data-testid="columns-open"
        >
          {t('columns_menu.open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('columns_menu.open')}>
        <ScrollArea.Autosize mah={380} type="auto">
          <Stack gap={7} p="sm">
            {columns.map((column, at) => (
              <Checkbox
                key={column.id}
                size="xs"
                label={column.label}
                checked={isShown(column)}
                disabled={at === 0}
                onChange={(event) =>
                  changeView(view, {
                    visibility: { ...visibility, [column.id]: event.currentTarget.checked },
                  })
                }
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Group justify="space-between" px="sm" py={8} fz="xs" c="dimmed" bd="1px solid transparent">
          {t('columns_menu.count', { n, total: columns.length })}
          <UnstyledButton
            fz="xs"
            c="var(--accent-text)"
            onClick={() => changeView(view, { visibility: {}, sizing: {} })}
          >
            {t('columns_menu.reset')}
          </UnstyledButton>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
