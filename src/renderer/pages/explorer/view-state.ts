import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { ColumnsState } from './table/use-table-state.ts'

export type ViewName = 'films' | 'reviews'

export interface TableView extends ColumnsState {
  search: string
}

interface ExplorerState {
  films: TableView
  reviews: TableView & { sentiment: 'positive' | 'negative' | null; topCritic: boolean }
  /** What stands over each column. */
  summaries: boolean
}

const NEW: TableView = { search: '', sort: null, visibility: {}, sizing: {} }

/** What the explorer shows and how; the chosen columns and widths are kept on this machine. */
export const useExplorer = create<ExplorerState>()(
  persist(
    (): ExplorerState => ({
      // The best known films first: ids say nothing to anyone.
      films: { ...NEW, sort: { id: 'box_office_usd', desc: true } },
      reviews: { ...NEW, sentiment: null, topCritic: false },
      summaries: true,
    }),
    {
      name: 'cine.explorer',
      version: 1,
      partialize: ({ films, reviews, summaries }) => ({
        summaries,
        films: { visibility: films.visibility, sizing: films.sizing },
        reviews: { visibility: reviews.visibility, sizing: reviews.sizing },
      }),
      merge: (kept, fresh) => merged(kept as Partial<ExplorerState> | undefined, fresh),
    },
  ),
)

function merged(kept: Partial<ExplorerState> | undefined, fresh: ExplorerState): ExplorerState {
  return {
    films: { ...fresh.films, ...kept?.films },
    reviews: { ...fresh.reviews, ...kept?.reviews },
    summaries: kept?.summaries ?? fresh.summaries,
  }
}

export function changeView(view: ViewName, patch: Partial<ExplorerState['reviews']>): void {
  useExplorer.setState((state) => ({ [view]: { ...state[view], ...patch } }))
}

export function toggleSummaries(): void {
  useExplorer.setState(({ summaries }) => ({ summaries: !summaries }))
}
