import { Skeleton, Switch } from '@mantine/core'
import { IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../../bridge/use-engine-query.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Card } from '../card.tsx'
import { NoAnswer } from '../stopped.tsx'
import { LIVE_MS } from '../use-status.ts'
import { ApplicationWindow } from './detail.tsx'
import { ApplicationsTable } from './table.tsx'

/** What YARN runs and ran, the latest first. */
export function ApplicationsView() {
  const { t } = useTranslation('cluster')
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const { data, error, refetch } = useEngineQuery(
    'cluster.applications',
    { open },
    { refetchInterval: LIVE_MS },
  )
  return (
    <Card
      title={t('apps.title')}
      about={t('apps.about')}
      testId="applications"
      actions={
        <Switch
          label={t('apps.only_open')}
          checked={open}
          onChange={({ currentTarget: { checked } }) => setOpen(checked)}
        />
      }
    >
      {error && <NoAnswer error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={200} role="status" aria-label={t('loading')} />}
      {!error && data && data.applications.length === 0 && (
        <EmptyState icon={<IconListDetails size={24} />} title={t('apps.none')} text={t('apps.none_text')} />
      )}
      {!error && data && data.applications.length > 0 && (
        <ApplicationsTable applications={data.applications} onShow={setShown} />
      )}
      <ApplicationWindow id={shown} onClose={() => setShown(null)} />
    </Card>
  )
}
