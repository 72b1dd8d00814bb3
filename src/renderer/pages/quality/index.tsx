import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRoute } from '../../app/router.ts'
import { useLake } from '../../app/use-lake.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ChecksView } from './checks/index.tsx'
import { CompletenessView } from './completeness/index.tsx'
import { FlowView } from './flow/index.tsx'
import { MatchingView } from './matching/index.tsx'
import { sectionOf } from './names.ts'
import { NothingPublished } from './nothing-published.tsx'
import classes from './quality.module.css'
import { RejectsView } from './rejects/index.tsx'
import { RunSelect } from './run-select.tsx'
import { QualityTabs } from './tabs.tsx'
import { useQuality } from './use-quality.ts'
import { Verdict } from './verdict.tsx'

/** Qualité: where every row went, what was checked, how full and how well matched the result is. */
export default function QualityPage() {
  const { t } = useTranslation('quality')
  const lake = useLake()
  return (
    <div className={classes.page}>
      {lake && !lake.published && !lake.problem ? (
        <>
          <PageHeader title={t('title')} subtitle={t('subtitle')} />
          <NothingPublished />
        </>
      ) : (
        <>
          <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<RunSelect />} />
          <Report />
        </>
      )}
    </div>
  )
}

function Report() {
  const { t } = useTranslation('quality')
  const section = sectionOf(useRoute().section)
  const { data, error, refetch, isPlaceholderData } = useQuality()
  if (!data) {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
    return <Loading label={t('loading')} />
  }
  return (
    <div className={classes.report} aria-busy={isPlaceholderData} data-testid="quality-report">
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      <Verdict report={data} />
      <QualityTabs current={section} report={data} />
      {section === 'overview' && (
        <>
          <FlowView balance={data.balance} />
          <ChecksView report={data} />
        </>
      )}
      {section === 'completeness' && <CompletenessView report={data} />}
      {section === 'matching' && <MatchingView matching={data.matching} />}
      {section === 'rejects' && <RejectsView report={data} stale={isPlaceholderData} />}
    </div>
  )
}

/** In the places of what is to come, so that nothing moves when it does. */
function Loading({ label }: { label: string }) {
  return (
    <div role="status" aria-busy="true" aria-label={label}>
      <Skeleton height={22} width="58%" mb={22} />
      <Skeleton height={30} mb={18} />
      <Skeleton height={280} radius="md" />
    </div>
  )
}
