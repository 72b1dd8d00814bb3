import { Button } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { navigate, useRoute } from '../../app/router.ts'
import { useLake } from '../../app/use-lake.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import classes from './explorer.module.css'
import { FilmsView } from './films-view.tsx'
import { Panel } from './panel/panel.tsx'
import { ReviewsView } from './reviews-view.tsx'

/** Explorer: the films that pass the filters, or their reviews, and beside them the one that is open. */
export default function ExplorerPage() {
  const { t } = useTranslation('explorer')
  const lake = useLake()
  const { section } = useRoute()
  if (lake && !lake.published) return <NothingPublished />
  return (
    <div className={classes.page}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <div className={classes.main}>{section === 'reviews' ? <ReviewsView /> : <FilmsView />}</div>
      <Panel />
    </div>
  )
}

function NothingPublished() {
  const { t } = useTranslation('explorer')
  return (
    <EmptyState
      icon={<IconTable size={24} />}
      title={t('nothing.title')}
      text={t('nothing.text')}
      action={<Button onClick={() => navigate({ page: 'home' })}>{t('nothing.action')}</Button>}
    />
  )
}
