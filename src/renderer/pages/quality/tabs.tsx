import { type Icon, IconArrowsSplit2, IconColumns, IconLink, IconTrashX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { QualityReport } from '../../../pipeline/api.ts'
import { SectionTabs } from '../../components/section-tabs.tsx'
import { useFormat } from '../../i18n/format.ts'
import { SECTIONS, type SectionName } from './names.ts'

const ICONS: Record<SectionName, Icon> = {
  overview: IconArrowsSplit2,
  completeness: IconColumns,
  matching: IconLink,
  rejects: IconTrashX,
}

export function QualityTabs({ current, report }: { current: SectionName; report: QualityReport }) {
  const { t } = useTranslation('quality')
  const format = useFormat()
  const rejected = report.rejects.by_reason.reduce((sum, { rows }) => sum + rows, 0)
  const ambiguous = report.matching.ambiguous.total
  const notes: Partial<Record<SectionName, number>> = { rejects: rejected, matching: ambiguous }
  const sections = SECTIONS.map((name) => ({
    name,
    label: t(`sections.${name}`),
    icon: ICONS[name],
    note: notes[name] ? format.integer(notes[name]) : undefined,
  }))
  return <SectionTabs page="quality" current={current} label={t('sections.label')} sections={sections} />
}
