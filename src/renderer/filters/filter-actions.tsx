import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { type Icon, IconArrowBackUp, IconArrowForwardUp, IconFilterOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { redoFilters, resetFilters, undoFilters, useFilters } from './store.ts'

export function FilterActions({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation('filters')
  const { past, present, future } = useFilters()
  const isEmpty = Object.keys(present).length === 0
  return (
    <Group gap={0} wrap="nowrap">
      <Action
        icon={IconArrowBackUp}
        label={t('undo')}
        run={undoFilters}
        disabled={disabled || past.length === 0}
      />
      <Action
        icon={IconArrowForwardUp}
        label={t('redo')}
        run={redoFilters}
        disabled={disabled || future.length === 0}
      />
      <Action
        icon={IconFilterOff}
        label={t('reset')}
        run={resetFilters}
        disabled={disabled || isEmpty}
        testId="filter-reset"
      />
    </Group>
  )
}

interface ActionProps {
  icon: Icon
  label: string
  run(): void
  disabled: boolean
  testId?: string
}

function Action({ icon: Icon, label, run, disabled, testId }: ActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={label}
        onClick={run}
        disabled={disabled}
        data-testid={testId}
      >
        <Icon size={16} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  )
}
