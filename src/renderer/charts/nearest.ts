export interface Place {
  x: number
  y: number
}

/** The index of the place nearest to the pointer within `reach`, or null. */
export function nearest(places: readonly Place[], x: number, y: number, reach: number): number | null {
  let best: number | null = null
  let least = reach * reach
  for (const [index, place] of places.entries()) {
    const square = (place.x - x) ** 2 + (place.y - y) ** 2
    if (square <= least) {
      least = square
      best = index
    }
  }
  return best
}
