import i18next from 'i18next'
import { createFormat } from '../../../src/renderer/i18n/create-format.ts'
import { type Language, resources } from '../../../src/renderer/i18n/resources.ts'

/** The real texts of one room and the numbers of a language, without a window. */
export function roomWords<Room extends keyof (typeof resources)['fr']>(language: Language, room: Room) {
  const instance = i18next.createInstance()
  void instance.init({
    resources,
    lng: language,
    fallbackLng: false,
    ns: [room],
    defaultNS: room,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return { t: instance.getFixedT(language, room), format: createFormat(language) }
}

/** The spaces that bind, of any width, as plain ones: easier to write in a test. */
export const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ')
