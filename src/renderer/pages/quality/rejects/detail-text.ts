import type { TFunction } from 'i18next'
import type { Reject } from '../../../../pipeline/api.ts'

const PATTERNS = {
  COLUMN_COUNT: ['columns', /^(?<found>\d+) columns where the header has (?<expected>\d+)$/],
  MISSING_KEY: ['empty', /^(?<column>.+) is empty$/],
  BAD_KEY: ['value', /^(?<column>.+?) is (?<value>".*")$/s],
} as const

/** What is wrong with a record in the language of the window, else in the engine's words. */
export function detailText(
  t: TFunction<'quality'>,
  { reason, detail }: Pick<Reject, 'reason' | 'detail'>,
): string {
  const [key, pattern] = PATTERNS[reason as keyof typeof PATTERNS] ?? []
  const groups = pattern?.exec(detail ?? '')?.groups
  if (!key || !groups) return detail ?? ''
  return t(`detail.${key}`, groups as Record<'found' | 'expected' | 'column' | 'value', string>)
}
