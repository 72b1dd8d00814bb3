import { Skeleton, Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilmDetail } from '../../../../pipeline/api.ts'
import { useEngineQuery } from '../../../bridge/use-engine-query.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { FilmEdits, useFilmEdits } from './film-edits.tsx'
import { FilmFacts } from './film-facts.tsx'
import { FilmHead } from './film-head.tsx'
import { FilmLinks } from './film-links.tsx'
import { FilmMatch } from './film-match.tsx'
import { FilmPeople } from './film-people.tsx'
import { FilmReviews } from './film-reviews.tsx'
import { FilmScores } from './film-scores.tsx'
import classes from './panel.module.css'
import { PanelBar } from './panel-bar.tsx'

/** A film: what is known of it, from where, who made it, and what was written about it. */
export function FilmPanel({ filmId }: { filmId: string }) {
  const { t } = useTranslation('explorer')
  const { data, error, refetch } = useEngineQuery('films.get', { film_id: filmId })
  return (
    <div className={classes.film} data-testid="film-panel">
      <PanelBar label={t('panel.film')} withAddress />
      {data ? (
        <FilmBody detail={data} />
      ) : error ? (
        <div className={classes.head}>
          <ErrorState error={error} onRetry={() => void refetch()} />
        </div>
      ) : (
        <FilmWaiting />
      )}
    </div>
  )
}

function FilmBody({ detail }: { detail: FilmDetail }) {
  const { t } = useTranslation('explorer')
  const format = useFormat()
  const [tab, setTab] = useState<string | null>('facts')
  const { film, reviews } = detail
  const edits = useFilmEdits(film.film_id)
  const n = edits.list?.contributions.filter(({ active }) => active).length ?? 0
  return (
    <>
      <FilmHead film={film} />
      <FilmScores film={film} />
      <Tabs value={tab} onChange={setTab} className={classes.tabs} keepMounted={false}>
        <Tabs.List px={8}>
          <Tabs.Tab value="facts">{t('panel.facts')}</Tabs.Tab>
          <Tabs.Tab value="reviews" data-testid="film-reviews-tab">
            {t('panel.reviews', { count: reviews.total, formatted: format.integer(reviews.total) })}
          </Tabs.Tab>
          <Tabs.Tab value="edits">{t('panel.edits', { count: n, formatted: format.integer(n) })}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="facts" className={classes.tab} tabIndex={0}>
          <FilmFacts film={film} toldBy={detail.told_by} />
          <FilmPeople people={detail.people} />
          <FilmMatch film={film} />
          <FilmLinks film={film} />
        </Tabs.Panel>
        <Tabs.Panel value="edits" className={classes.tab} tabIndex={0}>
          <FilmEdits filmId={film.film_id} {...edits} />
        </Tabs.Panel>
        <Tabs.Panel value="reviews" className={classes.tabReviews}>
          <FilmReviews filmId={film.film_id} counts={reviews} />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}

/** Where the words will be. */
function FilmWaiting() {
  return (
    <div className={classes.head} aria-hidden="true">
      <Skeleton height={20} width="70%" mt={4} />
      <Skeleton height={10} width="45%" mt={12} />
      <Skeleton height={44} mt={22} />
      {[0, 1, 2, 3, 4, 5, 6].map((at) => (
        <Skeleton key={at} height={10} mt={20} width={`${90 - ((at * 17) % 40)}%`} />
      ))}
    </div>
  )
}
