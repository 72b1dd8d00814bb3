import i18next, { type TFunction } from 'i18next'
import { createFormat } from '../../../../src/renderer/i18n/create-format.ts'
import { type Language, resources } from '../../../../src/renderer/i18n/resources.ts'
import type { Words } from '../../../../src/renderer/pages/reports/report-text.ts'

/** The real texts and numbers of a language, without a window. */
export function wordsOf(language: Language): Words {
  const instance = i18next.createInstance()
  void instance.init({
    resources,
    lng: language,
    fallbackLng: false,
    ns: ['reports'],
    defaultNS: 'reports',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return {
    t: instance.getFixedT(language, 'reports') as TFunction<'reports'>,
    format: createFormat(language),
  }
}

/** The spaces that bind, of any width, as plain ones: easier to write in a test. */
export const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ')
