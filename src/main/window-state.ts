import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Where a window was when it was closed; `box` is that of the window when it is not maximised. */
export interface WindowState {
  box: Box
  maximised: boolean
}

export const MINIMUM = { width: 1100, height: 700 }
export const USUAL = { width: 1280, height: 820 }
/** Of a title bar, what must be on a screen for the window to be moved by it. */
const REACHABLE = { width: 120, height: 40 }

const fileOf = (profile: string) => join(profile, 'window.json')

/** Null when there is none, or it makes no sense. */
export function readWindowState(profile: string): WindowState | null {
  try {
    const { box, maximised } = JSON.parse(readFileSync(fileOf(profile), 'utf8'))
    const sides = [box.x, box.y, box.width, box.height]
    return sides.every(Number.isFinite) ? { box, maximised: maximised === true } : null
  } catch {
    return null
  }
}

export function writeWindowState(profile: string, state: WindowState): void {
  try {
    writeFileSync(fileOf(profile), JSON.stringify(state))
  } catch {
    // The next window opens where a first one does.
  }
}

/**
 * How to open the window: as it was, as far as the screens of today allow. Without a place when the old one is
 * on no screen any more.
 * @param screens what each screen has free of bars, in the same coordinates
 */
export function placement(state: WindowState | null, screens: readonly Box[]): Partial<Box> {
  if (!state) return USUAL
  const { x, y, width, height } = state.box
  const screen = screens.find(
    (each) =>
      Math.min(x + width, each.x + each.width) - Math.max(x, each.x) >= REACHABLE.width &&
      y >= each.y - 1 &&
      y <= each.y + each.height - REACHABLE.height,
  )
  const size = {
    width: Math.max(MINIMUM.width, Math.min(width, screen?.width ?? USUAL.width)),
    height: Math.max(MINIMUM.height, Math.min(height, screen?.height ?? USUAL.height)),
  }
  return screen ? { x, y, ...size } : size
}
