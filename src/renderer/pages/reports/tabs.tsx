import { IconChartBar, IconChartCandle, IconChartDots, IconNotes, IconUserStar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SectionTabs } from '../../components/section-tabs.tsx'
import { TABS, type TabName } from './names.ts'

const ICONS = {
  correlation: IconChartDots,
  timeline: IconChartBar,
  genres: IconChartCandle,
  talents: IconUserStar,
  studies: IconNotes,
} as const

export function ReportTabs({ current }: { current: TabName }) {
  const { t } = useTranslation('reports')
  const sections = TABS.map((name) => ({ name, label: t(`names.${name}`), icon: ICONS[name] }))
  return <SectionTabs page="reports" current={current} label={t('label')} sections={sections} />
}
