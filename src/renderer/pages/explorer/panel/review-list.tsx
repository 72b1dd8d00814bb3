import { Skeleton } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Review } from '../../../../pipeline/api.ts'
import type { RowRange } from '../table/pages.ts'
import type { PagedRows } from '../table/use-paged-rows.ts'
import classes from './panel.module.css'
import { ReviewCard } from './review-card.tsx'

/** About the height of a review of three lines, until it is measured. */
const GUESS = 120

export interface ReviewListProps {
  rows: PagedRows<Review>
  onRange(range: RowRange): void
}

/** Cards of any height: only those on screen exist. */
export function ReviewList({ rows, onRange }: ReviewListProps) {
  const { t } = useTranslation('explorer')
  const box = useRef<HTMLDivElement>(null)
  const cards = useVirtualizer({
    count: rows.total,
    getScrollElement: () => box.current,
    estimateSize: () => GUESS,
    overscan: 4,
  })
  const items = cards.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => onRange({ first, last }), [first, last, onRange])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other reviews begin at the first
  useEffect(() => {
    cards.measure()
    box.current?.scrollTo({ top: 0 })
  }, [rows.key])
  return (
    <div
      ref={box}
      className={classes.reviewList}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      role="feed"
      aria-label={t('reviews')}
      aria-busy={rows.isStale}
    >
      <div className={classes.reviewBox} style={{ height: cards.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const review = rows.rowAt(index)
          return (
            <div
              key={key}
              ref={cards.measureElement}
              data-index={index}
              className={classes.reviewItem}
              style={{ transform: `translateY(${start}px)` }}
            >
              {review ? (
                <ReviewCard review={review} place={index + 1} total={rows.total} />
              ) : (
                <div className={classes.review} style={{ height: GUESS }}>
                  <Skeleton height={10} width="50%" />
                  <Skeleton height={10} mt={14} />
                  <Skeleton height={10} mt={8} width="80%" />
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
