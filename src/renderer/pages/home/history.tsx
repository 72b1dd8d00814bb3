import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { navigate, useRoute } from '../../app/router.ts'
import { Ingestions } from './ingestions.tsx'
import { Runs } from './runs/index.tsx'
import { RunWindows } from './runs/windows.tsx'

const TABS = ['ingestions', 'runs'] as const

/** Every file that was landed or tried, every run that was made or failed. The address says which. */
export function History() {
  const { t } = useTranslation('home')
  const { section } = useRoute()
  return (
    <>
      <Tabs
        value={TABS.find((name) => name === section) ?? 'ingestions'}
        onChange={(name) => navigate({ page: 'home', section: name })}
        aria-label={t('history.label')}
        keepMounted={false}
      >
        <Tabs.List>
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name} data-testid={`history-${name}`}>
              {t(`history.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="ingestions">
          <Ingestions />
        </Tabs.Panel>
        <Tabs.Panel value="runs">
          <Runs />
        </Tabs.Panel>
      </Tabs>
      <RunWindows />
    </>
  )
}
