import { Button, Group, Menu, Tooltip } from '@mantine/core'
import { IconChevronDown, IconPlayerPlayFilled, IconRefresh, IconServer2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { runChosen, runChosenOnCluster } from './run-pipeline.ts'
import type { HomeState } from './use-home-state.ts'

/** The one big button, over what has landed and the chosen files; and the same on the cluster. */
export function RunButtons({ running, isReady, hasInput, offersDemo }: HomeState) {
  const { t } = useTranslation('home')
  const disabled = running || !isReady || !hasInput
  const why = !isReady ? t('run_needs_engine') : hasInput ? null : t('run_needs_files')
  return (
    <Group gap="xs" wrap="nowrap">
      <Tooltip label={why ?? t('run_cluster_about')} multiline maw={300} disabled={running}>
        <Button
          size="md"
          variant="default"
          leftSection={<IconServer2 size={17} aria-hidden />}
          data-disabled={disabled || undefined}
          aria-disabled={disabled}
          onClick={(event) => (disabled ? event.preventDefault() : void runChosenOnCluster())}
          data-testid="run-on-cluster"
        >
          {t('run_cluster')}
        </Button>
      </Tooltip>
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
    </Group>
  )
}
