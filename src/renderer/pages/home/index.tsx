import { useTranslation } from 'react-i18next'
import { useLake } from '../../app/use-lake.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { Files } from './files.tsx'
import { History } from './history.tsx'
import classes from './home.module.css'
import { JobNotice } from './job-notice.tsx'
import { Outcome } from './outcome.tsx'
import { RunButtons } from './run-buttons.tsx'
import { Steps } from './steps.tsx'
import { useHomeState } from './use-home-state.ts'
import { Welcome } from './welcome.tsx'

/** Accueil: what comes in, how it goes, what came out. */
export default function HomePage() {
  const { t } = useTranslation('home')
  const lake = useLake()
  const home = useHomeState()
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('title')}
        subtitle={lake && t('subtitle', { path: lake.path })}
        actions={<RunButtons {...home} />}
      />
      <Steps />
      <JobNotice />
      <div className={classes.columns}>
        <Files />
        {lake?.published ? <Outcome run={lake.published} /> : <Welcome {...home} />}
      </div>
      <History />
    </div>
  )
}
