export interface Group {
  /** What was found, for the terminal. */
  line: string
  executable?: string
  /** Why its tests cannot run here. */
  reason?: string
  /** The one command that changes that. */
  install?: string
  /** Whether a display must be made for it. */
  xvfb?: boolean
}

export function electronGroup(): Promise<Group>
export function browserGroup(): Promise<Group>
