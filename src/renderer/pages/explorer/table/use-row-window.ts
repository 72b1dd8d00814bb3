import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { placeToSee, type RowWindow, rowWindow } from './row-window.ts'
import { afterScroll, isStuck, physicalOf, type ScrollPlace, settled } from './scroll-scale.ts'

const PAUSE_MS = 150

export interface RowWindowOptions {
  scroller: RefObject<HTMLDivElement | null>
  count: number
  rowHeight: number
  /** Height of the head, which stays above the rows. */
  headHeight: number
  /** The list begins anew when it changes. */
  listKey: string
}

/**
 * Which rows are on screen, for rows of one height: they are all that exists of a table of a million. (The
 * virtualiser used for the cards of the panel measures each row, and cannot scroll beyond what a browser
 * can draw.)
 */
export function useRowWindow({ scroller, count, rowHeight, headHeight, listKey }: RowWindowOptions) {
  const place = useRef<ScrollPlace>({ physical: 0, virtual: 0 })
  const [viewport, setViewport] = useState(600)
  const geometry = { count, rowHeight, viewport }
  const [window, setWindow] = useState<RowWindow>(() => rowWindow(place.current, geometry))
  const scale = { content: count * rowHeight, viewport }
  // What the listeners below work with: always that of the last render.
  const latest = useRef({ geometry, scale })
  latest.current = { geometry, scale }

  const redraw = useCallback(() => {
    const next = rowWindow(place.current, latest.current.geometry)
    setWindow((last) =>
      last.first === next.first && last.last === next.last && last.shift === next.shift ? last : next,
    )
  }, [])

  const goTo = useCallback(
    (next: ScrollPlace) => {
      place.current = next
      // The rows and the scroll bar must move together, or the list is seen to jump.
      flushSync(redraw)
      if (scroller.current) scroller.current.scrollTop = next.physical
    },
    [redraw, scroller],
  )

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    let pause: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      const next = settled(place.current, latest.current.scale)
      if (Math.abs(next.physical - place.current.physical) >= 1) goTo(next)
    }
    const scrolled = () => {
      place.current = afterScroll(box.scrollTop, place.current, latest.current.scale)
      if (isStuck(place.current, latest.current.scale)) settle()
      redraw()
      clearTimeout(pause)
      pause = setTimeout(settle, PAUSE_MS)
    }
    const resized = new ResizeObserver(() => setViewport(box.clientHeight - headHeight))
    resized.observe(box)
    box.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      clearTimeout(pause)
      resized.disconnect()
      box.removeEventListener('scroll', scrolled)
    }
  }, [scroller, headHeight, goTo, redraw])

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when any of these changes
  useLayoutEffect(redraw, [count, rowHeight, viewport, redraw])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useLayoutEffect(() => {
    // Where it is at its top already, setting it would have the page laid out for nothing.
    if (place.current.physical !== 0 && scroller.current) scroller.current.scrollTop = 0
    place.current = { physical: 0, virtual: 0 }
    redraw()
  }, [listKey])

  const show = useCallback(
    (index: number) => {
      const { geometry, scale } = latest.current
      const virtual = placeToSee(index, place.current.virtual, geometry)
      if (virtual !== null) goTo({ virtual, physical: physicalOf(virtual, scale) })
    },
    [goTo],
  )

  return {
    window,
    /** Rows that fit on the screen. */
    page: Math.max(1, Math.floor(viewport / rowHeight)),
    show,
  }
}
