import {
  type Icon,
  IconChartBar,
  IconChartCandle,
  IconChartDots,
  IconNotes,
  IconUserStar,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { addressOf } from '../../app/router.ts'
import { useFilters } from '../../filters/store.ts'
import { TABS, type TabName } from './names.ts'
import classes from './reports.module.css'

const ICONS: Record<TabName, Icon> = {
  correlation: IconChartDots,
  timeline: IconChartBar,
  genres: IconChartCandle,
  talents: IconUserStar,
  studies: IconNotes,
}

/** Links, so that each report can be opened by its address, copied, and gone back from. */
export function ReportTabs({ current }: { current: TabName }) {
  const { t } = useTranslation('reports')
  // The links carry the filters along.
  useFilters()
  return (
    <nav className={classes.tabs} aria-label={t('label')}>
      {TABS.map((name) => {
        const Icon = ICONS[name]
        return (
          <a
            key={name}
            href={addressOf({ page: 'reports', section: name })}
            className={classes.tab}
            aria-current={name === current ? 'page' : undefined}
            data-testid={`report-${name}`}
          >
            <Icon size={17} stroke={1.6} aria-hidden />
            {t(`names.${name}`)}
          </a>
        )
      })}
    </nav>
  )
}
