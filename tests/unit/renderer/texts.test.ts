import { expect, test } from 'vitest'
import { resources } from '../../../src/renderer/i18n/resources.ts'

function keys(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'object' ? keys(text, `${prefix}${key}.`) : [prefix + key],
  )
}

/** English has no plural of millions. */
const bilingual = (all: string[]) => all.filter((key) => !key.endsWith('_many')).sort()

const rooms = Object.keys(resources.fr) as (keyof typeof resources.fr)[]

test.each(rooms)('every text of « %s » is in both languages, with the same figures in it', (room) => {
  const { fr, en } = { fr: resources.fr[room], en: resources.en[room] }
  expect(bilingual(keys(en))).toEqual(bilingual(keys(fr)))
  const at = (texts: object, key: string) =>
    key.split('.').reduce((part: unknown, name) => (part as Record<string, unknown>)[name], texts) as string
  const filled = (text: string) => [...new Set(text.match(/{{\w+}}/g))].sort()
  for (const key of bilingual(keys(fr)))
    expect([key, filled(at(en, key))]).toEqual([key, filled(at(fr, key))])
})
