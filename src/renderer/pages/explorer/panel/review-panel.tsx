import { Button, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Review } from '../../../../pipeline/api.ts'
import { useOpen } from '../use-open.ts'
import classes from './panel.module.css'
import { PanelBar } from './panel-bar.tsx'
import { ReviewCard } from './review-card.tsx'

/** One review whole, and the way to its film. */
export function ReviewPanel({ review }: { review: Review }) {
  const { t } = useTranslation('explorer')
  const { openFilm, takesFocus, tookFocus } = useOpen()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!takesFocus) return
    title.current?.focus({ preventScroll: true })
    tookFocus()
  }, [takesFocus, tookFocus])
  const { film_id, film_title, film_year } = review
  return (
    <div className={classes.film} data-testid="review-panel">
      <PanelBar label={t('panel.review')} />
      <div className={classes.head}>
        <Title order={2} size="h1" ref={title} tabIndex={-1} className={classes.title}>
          {film_title ?? film_id ?? review.rt_id ?? t('panel.unknown_film')}
          {film_year != null && ` (${film_year})`}
        </Title>
        {film_id ? (
          <Button size="xs" variant="light" mt={8} onClick={() => openFilm(film_id)}>
            {t('panel.open_film')}
          </Button>
        ) : (
          <p className={classes.reviewText}>{t('panel.orphan')}</p>
        )}
      </div>
      <div className={classes.tab} style={{ padding: 0 }}>
        <ReviewCard review={review} />
      </div>
    </div>
  )
}
