import { SegmentedControl, Switch, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilmDetail } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import { SEARCH_PAUSE_MS } from '../films-view.tsx'
import { RowsError } from '../rows-error.tsx'
import { usePagedRows } from '../table/use-paged-rows.ts'
import { useRowRange } from '../table/use-row-range.ts'
import { sentimentOf } from '../toolbar.tsx'
import classes from './panel.module.css'
import { ReviewList } from './review-list.tsx'

export interface FilmReviewsProps {
  filmId: string
  counts: FilmDetail['reviews']
}

/** What was written about the film: all of it, or what is asked for. */
export function FilmReviews({ filmId, counts }: FilmReviewsProps) {
  const { t } = useTranslation('explorer')
  const format = useFormat()
  const [sentiment, setSentiment] = useState('all')
  const [topCritic, setTopCritic] = useState(false)
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), SEARCH_PAUSE_MS)
  const [range, onRange] = useRowRange()
  const chosen = sentimentOf(sentiment)
  const question = {
    film_id: filmId,
    sort: 'created_at:desc',
    ...(chosen ? { sentiment: chosen } : {}),
    ...(topCritic ? { top_critic: true } : {}),
    ...(search ? { search } : {}),
  }
  const rows = usePagedRows('reviews.page', question, range)
  // The mean is that of all its reviews, not of those that are asked for.
  const isWhole = !chosen && !topCritic && !search
  if (counts.total === 0)
    return (
      <Text size="sm" c="dimmed" p={16}>
        {t('panel.no_reviews')}
      </Text>
    )
  const choices = [
    { value: 'all', label: t('panel.all', { n: format.integer(counts.total) }) },
    { value: 'positive', label: t('panel.positive', { n: format.integer(counts.positive) }) },
    { value: 'negative', label: t('panel.negative', { n: format.integer(counts.negative) }) },
  ]
  return (
    <>
      <div className={classes.reviewTools}>
        <SegmentedControl
          size="xs"
          fullWidth
          value={sentiment}
          onChange={setSentiment}
          data={choices}
          aria-label={t('codes.sentiment.label')}
        />
        <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
          <TextInput
            size="xs"
            flex={1}
            value={typed}
            maxLength={500}
            placeholder={t('search_reviews')}
            aria-label={t('search_reviews')}
            leftSection={<IconSearch size={14} aria-hidden />}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || typed === '') return
              setTyped('')
              event.preventDefault()
            }}
          />
          <Switch
            size="xs"
            label={t('panel.top_critics', { n: format.integer(counts.top_critic) })}
            checked={topCritic}
            disabled={counts.top_critic === 0}
            onChange={(event) => setTopCritic(event.currentTarget.checked)}
          />
        </div>
        <Text size="xs" c="dimmed" component="output">
          {t('count_reviews', { count: rows.total, formatted: format.integer(rows.total) })}
          {isWhole &&
            counts.mean_score_ratio !== null &&
            ` · ${t('panel.mean', {
              ratio: format.percent(counts.mean_score_ratio),
              count: counts.scored,
              formatted: format.integer(counts.scored),
            })}`}
        </Text>
      </div>
      <RowsError rows={rows} />
      {rows.total === 0 && rows.key !== '' && (
        <Text size="sm" c="dimmed" p={16}>
          {t('panel.none_match')}
        </Text>
      )}
      <ReviewList rows={rows} onRange={onRange} />
    </>
  )
}
