import { ask } from '../context.ts'
import { exportOutcome } from '../export.ts'
import { type PageOptions, pageOf, withPage } from '../options.ts'
import { count, decimal, text } from '../terminal/format.ts'
import { renderTable } from '../terminal/table.ts'
import type { Define } from '../verb.ts'

export const defineReviews: Define = (program, act) => {
  withPage(program.command('reviews').description('pages of reviews, or a file of them')).action(
    act<PageOptions>(async (context, options) => {
      if (options.export !== undefined) return exportOutcome(context, 'reviews.export', options)
      const page = await ask(context, 'reviews.page', pageOf(options))
      const table = () =>
        renderTable(
          [
            { title: 'review', value: (review) => review.review_id, width: 12 },
            { title: 'film', value: (review) => text(review.film_id ?? review.rt_id), width: 24 },
            { title: 'date', value: (review) => text(review.created_at) },
            { title: 'critic', value: (review) => text(review.critic_name), width: 24 },
            { title: 'publication', value: (review) => text(review.publication_name), width: 28 },
            { title: 'score', value: (review) => text(review.score_raw), align: 'right' },
            { title: 'ratio', value: (review) => decimal(review.score_ratio, 2), align: 'right' },
            { title: 'sentiment', value: (review) => text(review.sentiment) },
            { title: 'text', value: (review) => text(review.review_text), width: 48 },
          ],
          page.rows,
        )
      return {
        answer: {
          json: page,
          text: () => `${table()}\n\n${count(page.rows.length)} of ${count(page.total)} reviews`,
        },
      }
    }),
  )
}
