import { Menu } from '@mantine/core'
import { IconArrowsDiff, IconInfoCircle, IconRestore, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../../app/router.ts'
import { useLake } from '../../../app/use-lake.ts'
import { chooseRun } from '../../quality/store.ts'
import type { RunLine } from './lines.ts'
import { openComparison, openDetails, openPublishing } from './store.ts'

/** What can be done with one run. */
export function RunActions({ line }: { line: RunLine }) {
  const { t } = useTranslation('home')
  const current = useLake()?.published?.run_id
  const { run_id, kept, state } = line
  const isOther = kept && state !== 'current'
  return (
    <Menu.Dropdown>
      <Menu.Item leftSection={<IconInfoCircle size={15} aria-hidden />} onClick={() => openDetails(run_id)}>
        {t('runs.details')}
      </Menu.Item>
      {kept && (
        <Menu.Item
          leftSection={<IconShieldCheck size={15} aria-hidden />}
          onClick={() => {
            chooseRun(state === 'current' ? null : run_id)
            navigate({ page: 'quality' })
          }}
        >
          {t('runs.quality')}
        </Menu.Item>
      )}
      {isOther && current !== undefined && (
        <Menu.Item
          leftSection={<IconArrowsDiff size={15} aria-hidden />}
          onClick={() => openComparison(run_id, current)}
        >
          {t('runs.compare_current')}
        </Menu.Item>
      )}
      {isOther && (
        <Menu.Item leftSection={<IconRestore size={15} aria-hidden />} onClick={() => openPublishing(run_id)}>
          {t('runs.publish')}
        </Menu.Item>
      )}
    </Menu.Dropdown>
  )
}
