/** What is said of a mark, to the eye and to the ear. */
export interface TooltipText {
  title: string
  rows: [name: string, value: string][]
  /** What a click does. */
  hint?: string | undefined
}

/** A mark as one line of words, for who hears it. */
export function asSentence({ title, rows, hint }: TooltipText): string {
  return [title, ...rows.map(([name, value]) => `${name} : ${value}`), ...(hint ? [hint] : [])].join(', ')
}
