import type { TFunction } from 'i18next'
import type { Language } from '../../../../src/renderer/i18n/resources.ts'
import type { Words } from '../../../../src/renderer/pages/reports/report-text.ts'
import { roomWords } from '../words.ts'

export { plain } from '../words.ts'

/** The real texts and numbers of the reports, without a window. */
export function wordsOf(language: Language): Words {
  const { t, format } = roomWords(language, 'reports')
  return { t: t as TFunction<'reports'>, format }
}
