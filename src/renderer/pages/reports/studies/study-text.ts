/** A study in words, computed from a report. */
export interface StudyText {
  /** What was found. */
  title: string
  paragraphs: string[]
  /** What it does not say. */
  limits: string
  shown: string
  leftOut: string | null
}
