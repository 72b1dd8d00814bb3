import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Review } from '../../../../pipeline/api.ts'
import type { TableColumn } from '../table/types.ts'
import { useCodeText } from './use-code-text.ts'
import classes from './value.module.css'
import { Unknown, useWriteValue } from './value.tsx'
import { isNumeric, type ValueKind } from './value-text.ts'

interface ReviewColumn {
  id: Exclude<keyof Review, 'film_year'>
  kind: ValueKind
  width: number
  shown?: true
}

const REVIEW_COLUMNS: readonly ReviewColumn[] = [
  { id: 'film_title', kind: 'text', width: 220, shown: true },
  { id: 'sentiment', kind: 'text', width: 110, shown: true },
  { id: 'score_ratio', kind: 'ratio', width: 96, shown: true },
  { id: 'score_raw', kind: 'text', width: 92, shown: true },
  { id: 'critic_name', kind: 'text', width: 160, shown: true },
  { id: 'created_at', kind: 'day', width: 116, shown: true },
  { id: 'review_text', kind: 'text', width: 300, shown: true },
  { id: 'publication_name', kind: 'text', width: 180 },
  { id: 'is_top_critic', kind: 'text', width: 110 },
  { id: 'score_scale', kind: 'text', width: 100 },
  { id: 'score_sentiment', kind: 'text', width: 120 },
  { id: 'origin', kind: 'text', width: 120 },
  { id: 'orphan_reason', kind: 'text', width: 150 },
  { id: 'film_id', kind: 'text', width: 140 },
  { id: 'rt_id', kind: 'text', width: 160 },
  { id: 'review_id', kind: 'text', width: 200 },
  { id: 'review_url', kind: 'text', width: 220 },
]

export function useReviewColumns(): readonly TableColumn<Review>[] {
  const { t } = useTranslation('explorer')
  const codeText = useCodeText()
  const write = useWriteValue()
  return useMemo(
    () =>
      REVIEW_COLUMNS.map(({ id, kind, width, shown }) => ({
        id,
        label: t(`review_columns.${id}.label`),
        hint: t(`review_columns.${id}.hint`),
        width,
        numeric: isNumeric(kind),
        shown: shown ?? false,
        ...(id === 'review_text' ? { grows: true } : {}),
        cell: (review: Review) => {
          if (id === 'film_title') return <ReviewedFilm review={review} />
          if (id === 'sentiment') return <Sentiment value={review.sentiment} />
          if (id === 'is_top_critic') return <Flag value={review.is_top_critic} />
          return write(kind, codeText(id, review[id]))
        },
      })),
    [t, codeText, write],
  )
}

function ReviewedFilm({ review }: { review: Review }) {
  const { film_title, film_year, film_id, rt_id } = review
  if (!film_title) return film_id || rt_id ? <span>{film_id ?? rt_id}</span> : <Unknown />
  return (
    <span title={film_title}>
      {film_title}
      {film_year != null && <span className={classes.year}>{film_year}</span>}
    </span>
  )
}

export function Sentiment({ value }: { value: Review['sentiment'] }) {
  const { t } = useTranslation('explorer')
  if (value === null) return <Unknown />
  return (
    <span className={classes.tone}>
      <span className={classes.dot} data-sentiment={value} aria-hidden="true" />
      {t(`codes.sentiment.${value}`)}
    </span>
  )
}

function Flag({ value }: { value: boolean | null }) {
  const { t } = useTranslation('explorer')
  return value === null ? <Unknown /> : <span>{value ? t('yes') : t('no')}</span>
}
