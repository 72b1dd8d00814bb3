import { ActionIcon, Menu, Text, Tooltip } from '@mantine/core'
import { IconBookmark, IconBookmarkFilled, IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { openDialog } from '../app/dialogs.ts'
import { replaceFilters, useFilters } from './store.ts'
import { useViews, viewOf } from './use-views.ts'

/** Filters under a name: chosen, saved, removed. */
export function SavedViews({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation('filters')
  const { views, remove } = useViews()
  const filters = useFilters((history) => history.present)
  const current = viewOf(views, filters)
  const Icon = current ? IconBookmarkFilled : IconBookmark
  return (
    <Menu position="bottom-end" shadow="md" width={300} disabled={disabled}>
      <Menu.Target>
        <Tooltip label={current ? t('views.current', { name: current.name }) : t('views.label')}>
          <ActionIcon
            variant="subtle"
            color={current ? undefined : 'gray'}
            size={28}
            aria-label={t('views.label')}
            disabled={disabled}
            data-testid="views-open"
          >
            <Icon size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('views.label')}</Menu.Label>
        {views.length === 0 && (
          <Text size="sm" c="dimmed" px="sm" py={6}>
            {t('views.none')}
          </Text>
        )}
        {views.map((view) => (
          <Menu.Item
            key={view.name}
            fw={view === current ? 600 : undefined}
            onClick={() => replaceFilters(view.filters)}
            data-testid="view"
          >
            {view.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => openDialog('save-view')}
          data-testid="view-save"
        >
          {t('views.save')}
        </Menu.Item>
        {current && (
          <Menu.Item
            color="red"
            leftSection={<IconX size={15} aria-hidden />}
            onClick={() => void remove(current.name)}
            data-testid="view-remove"
          >
            {t('views.remove', { name: current.name })}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
