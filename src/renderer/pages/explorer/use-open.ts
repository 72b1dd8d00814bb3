import { create } from 'zustand'
import type { Review } from '../../../pipeline/api.ts'
import { navigate, useRoute } from '../../app/router.ts'

interface Opened {
  /** A review has no address of its own: it is shown beside the table until another thing is. */
  review: Review | null
  /** The panel was asked for by its reader, who is to be taken there. */
  takesFocus: boolean
}

const useOpened = create<Opened>()(() => ({ review: null, takesFocus: false }))

/** What is open beside the table: a film, by the address, or a review. */
export function useOpen() {
  const route = useRoute()
  const { review, takesFocus } = useOpened()
  const section = route.page === 'explorer' ? route.section : null
  return {
    film: route.film,
    review: route.film === null ? review : null,
    takesFocus,
    openFilm: (film: string) => {
      useOpened.setState({ review: null, takesFocus: true })
      navigate({ page: 'explorer', section, film })
    },
    openReview: (next: Review) => {
      useOpened.setState({ review: next, takesFocus: true })
      if (route.film !== null) navigate({ page: 'explorer', section })
    },
    /** The focus goes back to the row that it came from, or to the first that can have it. */
    close: () => {
      useOpened.setState({ review: null, takesFocus: false })
      if (route.film !== null) navigate({ page: 'explorer', section })
      const rows = document.querySelectorAll<HTMLElement>('tr[aria-current], tr[tabindex="0"]')
      rows[0]?.focus({ preventScroll: true })
    },
    tookFocus: () => useOpened.setState({ takesFocus: false }),
  }
}
