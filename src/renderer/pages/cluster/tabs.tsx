import { type Icon, IconActivity, IconBrush, IconFolders, IconListDetails } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SectionTabs } from '../../components/section-tabs.tsx'
import { SECTIONS, type SectionName } from './names.ts'

const ICONS: Record<SectionName, Icon> = {
  state: IconActivity,
  files: IconFolders,
  applications: IconListDetails,
  tidy: IconBrush,
}

export function ClusterTabs({ current }: { current: SectionName }) {
  const { t } = useTranslation('cluster')
  const sections = SECTIONS.map((name) => ({ name, label: t(`sections.${name}`), icon: ICONS[name] }))
  return <SectionTabs page="cluster" current={current} label={t('sections.label')} sections={sections} />
}
