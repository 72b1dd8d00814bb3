export interface Size {
  width: number
  height: number
}

export interface Box extends Size {
  x: number
  y: number
}

export interface Anchor extends Size {
  /** The mark that the label names. */
  x: number
  y: number
}

/** Top left of a label, and whether it stands so far off that a line should lead to its mark. */
export interface Placement extends Box {
  isFar: boolean
}

const RADIUS = 6
/** How far the near edge of a label may stand from its mark. */
const DISTANCES = [8, 14, 24]
/** Beside before above or below before slanting: the reader's eye goes along the line. */
const DIRECTIONS: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
]

/**
 * A place for each label inside `bounds`, so that no label covers another one or any of `marks`; null where
 * there is none. Earlier anchors are served first.
 */
export function placeLabels(
  anchors: readonly Anchor[],
  marks: readonly { x: number; y: number }[],
  bounds: Box,
) {
  const taken: Box[] = marks.map(({ x, y }) => ({
    x: x - RADIUS,
    y: y - RADIUS,
    width: 2 * RADIUS,
    height: 2 * RADIUS,
  }))
  return anchors.map((anchor): Placement | null => {
    for (const distance of DISTANCES)
      for (const direction of DIRECTIONS) {
        const box = boxAt(anchor, direction, distance)
        if (!isInside(box, bounds) || taken.some((other) => overlaps(box, other))) continue
        taken.push(box)
        return { ...box, isFar: distance > (DISTANCES[1] ?? 0) }
      }
    return null
  })
}

function boxAt({ x, y, width, height }: Anchor, [dx, dy]: readonly [number, number], distance: number): Box {
  const along = dx !== 0 && dy !== 0 ? distance * Math.SQRT1_2 : distance
  const left = dx > 0 ? x + along : dx < 0 ? x - along - width : x - width / 2
  const top = dy > 0 ? y + along : dy < 0 ? y - along - height : y - height / 2
  return { x: left, y: top, width, height }
}

function isInside(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  )
}

export function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}
