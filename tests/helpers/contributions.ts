import { randomUUID } from 'node:crypto'
import type { FilmEntry, ReviewEntry } from '../../src/pipeline/contributions/entry.ts'

const film = { film_id: 'tt0000001', rt_id: null, imdb_id: 'tt0000001', title: 'A film', year: 1999 }
const line = () => ({
  id: randomUUID(),
  author: 'ana',
  created_at: new Date().toISOString(),
  film,
  reason: null,
  run_id: 'r1',
})

export function reviewEntry(text = 'Seen twice.'): ReviewEntry {
  return {
    ...line(),
    kind: 'review',
    after: {
      critic_name: 'Ana',
      publication_name: null,
      score_raw: '4/5',
      score_ratio: 0.8,
      score_scale: '/5',
      sentiment: 'positive',
      review_text: text,
    },
  }
}

export function filmEntry(box_office_usd: number): FilmEntry {
  return {
    ...line(),
    kind: 'film',
    before: { box_office_usd: null },
    source: { box_office_usd: null },
    after: { box_office_usd },
  }
}
