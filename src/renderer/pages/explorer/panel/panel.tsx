import { useEffect, useRef } from 'react'
import { useOpen } from '../use-open.ts'
import { FilmPanel } from './film-panel.tsx'
import classes from './panel.module.css'
import { ReviewPanel } from './review-panel.tsx'

/** What is open, beside the table: it can be read while the table goes on being used. */
export function Panel() {
  const { film, review, close } = useOpen()
  const isOpen = film !== null || review !== null
  const panel = useRef<HTMLElement>(null)
  const closeRef = useRef(close)
  closeRef.current = close

  useEffect(() => {
    if (!isOpen) return
    const onKey = (event: KeyboardEvent) => {
      // An open menu or dialog is closed first.
      if (event.key !== 'Escape' || event.defaultPrevented || isElsewhere(event.target)) return
      event.preventDefault()
      closeRef.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOpen])

  if (!isOpen) return null
  return (
    <aside ref={panel} className={classes.panel}>
      {film !== null ? <FilmPanel key={film} filmId={film} /> : review && <ReviewPanel review={review} />}
    </aside>
  )
}

function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
  )
}
