import { Button, type ButtonProps, CloseButton, Text } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './filter-button.module.css'

export interface FilterButtonProps
  extends ButtonProps,
    Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> {
  name: string
  /** What is filtered, in words; null when nothing is. */
  active: string | null
}

/** Opens one control of the bar; shows what it filters. */
export function FilterButton({ name, active, ...others }: FilterButtonProps) {
  return (
    <Button
      size="compact-sm"
      h={28}
      px={10}
      variant={active === null ? 'default' : 'light'}
      fw={active === null ? 450 : 600}
      rightSection={<IconChevronDown size={13} aria-hidden />}
      classNames={{ root: classes.button, section: classes.section }}
      data-active={active !== null || undefined}
      {...others}
    >
      {name}
      {active !== null && (
        <Text span inherit ml={6}>
          {active}
        </Text>
      )}
    </Button>
  )
}

/** Right of an active filter: takes it away. */
export function ClearFilter({ name, onClear }: { name: string; onClear(): void }) {
  const { t } = useTranslation('filters')
  return (
    <CloseButton
      size={28}
      iconSize={13}
      className={classes.clear}
      aria-label={t('clear', { name })}
      title={t('clear', { name })}
      onClick={onClear}
    />
  )
}
