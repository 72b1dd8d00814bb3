import { useTranslation } from 'react-i18next'
import { useRoute } from '../../app/router.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { ApplicationsView } from './applications/index.tsx'
import classes from './cluster.module.css'
import { FilesView } from './files/index.tsx'
import { HeaderActions } from './header-actions.tsx'
import { JobCard } from './job-card.tsx'
import { sectionOf } from './names.ts'
import { StateView } from './state/index.tsx'
import { ClusterTabs } from './tabs.tsx'
import { TidyView } from './tidy/index.tsx'

/** Cluster: what it needs, how it is, what lies on HDFS, what YARN runs, what was left behind. */
export default function ClusterPage() {
  const { t } = useTranslation('cluster')
  const section = sectionOf(useRoute().section)
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<HeaderActions />} />
      <JobCard />
      <ClusterTabs current={section} />
      {section === 'state' && <StateView />}
      {section === 'files' && <FilesView />}
      {section === 'applications' && <ApplicationsView />}
      {section === 'tidy' && <TidyView />}
    </div>
  )
}
