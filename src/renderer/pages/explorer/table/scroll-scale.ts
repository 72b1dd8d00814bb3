/**
 * Browsers draw nothing beyond some 17 million pixels, which a million rows exceed. The list then scrolls in
 * a lower box than it is high: small steps move it pixel by pixel, a jump of the scroll bar moves it in
 * proportion, and once scrolling pauses the bar is put where it belongs.
 */
export interface Geometry {
  /** Height of the whole list. */
  content: number
  /** Height of what is seen of it. */
  viewport: number
}

export interface ScrollPlace {
  /** Where the scroll bar is. */
  physical: number
  /** Where the list is. */
  virtual: number
}

const MAX_HEIGHT = 15_000_000
/** This far from an end the box and the list are the same: there is room to scroll to it. */
const NEAR = 10_000

/** How high the scrolled box is made. */
export function physicalHeight(content: number): number {
  return Math.min(content, MAX_HEIGHT)
}

/** Where the list is once the scroll bar has gone to `physical`. */
export function afterScroll(physical: number, before: ScrollPlace, geometry: Geometry): ScrollPlace {
  if (!isScaled(geometry)) return { physical, virtual: physical }
  const step = physical - before.physical
  const isJump = Math.abs(step) > geometry.viewport
  const virtual = isJump ? virtualOf(physical, geometry) : before.virtual + step
  return { physical, virtual: clamp(virtual, 0, lastVirtual(geometry)) }
}

/** The same place of the list with the scroll bar where it belongs. */
export function settled({ virtual }: ScrollPlace, geometry: Geometry): ScrollPlace {
  return { physical: physicalOf(virtual, geometry), virtual }
}

/** True when the bar has reached an end that the list has not: scrolling on needs room. */
export function isStuck({ physical, virtual }: ScrollPlace, geometry: Geometry): boolean {
  if (!isScaled(geometry)) return false
  const atTop = physical <= 0 && virtual > 0
  const atBottom = physical >= lastPhysical(geometry) - 1 && virtual < lastVirtual(geometry) - 1
  return atTop || atBottom
}

/** Where the scroll bar is put to have the list at `virtual`: near both ends pixel by pixel, else in proportion. */
export function physicalOf(virtual: number, geometry: Geometry): number {
  if (!isScaled(geometry)) return virtual
  const fromEnd = lastVirtual(geometry) - virtual
  if (virtual <= NEAR) return Math.max(0, virtual)
  if (fromEnd <= NEAR) return lastPhysical(geometry) - Math.max(0, fromEnd)
  return NEAR + Math.round((virtual - NEAR) / ratio(geometry))
}

function virtualOf(physical: number, geometry: Geometry): number {
  const fromEnd = lastPhysical(geometry) - physical
  if (physical <= NEAR) return physical
  if (fromEnd <= NEAR) return lastVirtual(geometry) - fromEnd
  return NEAR + (physical - NEAR) * ratio(geometry)
}

/** How many pixels of the list go into one of the box, away from the ends. */
function ratio(geometry: Geometry): number {
  return (lastVirtual(geometry) - 2 * NEAR) / (lastPhysical(geometry) - 2 * NEAR)
}

const isScaled = ({ content }: Geometry) => content > MAX_HEIGHT
const lastVirtual = ({ content, viewport }: Geometry) => Math.max(0, content - viewport)
const lastPhysical = ({ content, viewport }: Geometry) => Math.max(0, physicalHeight(content) - viewport)
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
