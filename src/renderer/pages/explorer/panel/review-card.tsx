import { Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Review } from '../../../../pipeline/api.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Sentiment } from '../columns/review-columns.tsx'
import { safeLink } from './links.ts'
import classes from './panel.module.css'

export interface ReviewCardProps {
  review: Review
  /** Of how many, for those who hear the list. */
  place?: number
  total?: number
}

/** A review: who wrote it and where, what was given as a share of its scale, and the whole text. */
export function ReviewCard({ review, place, total }: ReviewCardProps) {
  const { t } = useTranslation('explorer')
  const format = useFormat()
  const link = safeLink(review.review_url, window.cine !== undefined)
  return (
    <article className={classes.review} aria-posinset={place} aria-setsize={total}>
      <Group gap={8} wrap="nowrap" align="flex-start">
        <div style={{ flex: 1, minWidth: 0 }}>
          <Text size="sm" fw={600} truncate>
            {review.critic_name ?? t('panel.anonymous')}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {[review.created_at && format.date(review.created_at), review.publication_name]
              .filter(Boolean)
              .join(' · ') || '—'}
          </Text>
        </div>
        {review.is_top_critic && (
          <Badge size="sm" variant="light" tt="none" fw={550}>
            {t('panel.top_critic')}
          </Badge>
        )}
        {review.origin === 'contribution' && (
          <Badge size="sm" variant="light" color="orange" tt="none" fw={550}>
            {t('codes.origin.contribution')}
          </Badge>
        )}
      </Group>
      {/* As a text: whatever stands in it is read, not run. */}
      {review.review_text ? (
        <p className={classes.reviewText}>{review.review_text}</p>
      ) : (
        <Text size="sm" c="dimmed" mt={5}>
          {t('panel.no_text')}
        </Text>
      )}
      <div className={classes.reviewFoot}>
        <Sentiment value={review.sentiment} />
        <Score review={review} />
        {link && (
          <a href={link} target="_blank" rel="noopener noreferrer" className={classes.link}>
            {t('panel.read')}
          </a>
        )}
      </div>
    </article>
  )
}

function Score({ review: { score_raw, score_ratio, score_scale } }: { review: Review }) {
  const { t } = useTranslation('explorer')
  const format = useFormat()
  if (score_raw === null) return <span>{t('panel.no_score')}</span>
  if (score_ratio === null)
    return (
      <span title={score_scale ?? undefined}>
        {score_raw} · {t('panel.no_ratio')}
      </span>
    )
  return (
    <span className={classes.ratio}>
      {score_raw}
      <span className={classes.meter} aria-hidden="true">
        <span style={{ width: `${score_ratio * 100}%` }} />
      </span>
      {format.percent(score_ratio)}
    </span>
  )
}
