import { Button, Menu, Tooltip } from '@mantine/core'
import { IconChevronDown, IconPlayerPlayFilled, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { runChosen } from './run-pipeline.ts'
import type { HomeState } from './use-home-state.ts'

/** The one big button: over what has landed and the chosen files. */
export function RunButtons({ running, isReady, hasInput, offersDemo }: HomeState) {
  const { t } = useTranslation('home')
  const disabled = running || !isReady || !hasInput
  const why = !isReady ? t('run_needs_engine') : hasInput ? null : t('run_needs_files')
  return (
    <Button.Group>
      <Tooltip label={why} disabled={why === null || running}>
        <Button
          size="md"
          variant={offersDemo && !hasInput ? 'default' : 'filled'}
          leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
          loading={running}
          loaderProps={{ type: 'dots' }}
          data-disabled={disabled || undefined}
          aria-disabled={disabled}
          onClick={(event) => (disabled ? event.preventDefault() : void runChosen())}
          data-testid="run-pipeline"
        >
          {t('run')}
        </Button>
      </Tooltip>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button size="md" px={10} disabled={disabled} aria-label={t('run_options')} bdrs="0 7px 7px 0">
            <IconChevronDown size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconRefresh size={15} aria-hidden />}
            onClick={() => void runChosen({ force: true })}
          >
            {t('run_force')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  )
}
