import { useTranslation } from 'react-i18next'
import { createFormat, type Format } from './create-format.ts'

export type { Format } from './create-format.ts'

/** Every cell of a table asks for it, and making one takes a while. */
const formats = new Map<string, Format>()

/** Numbers, money and times as the chosen language writes them; unknown (`null`) is a dash. */
export function useFormat(): Format {
  const { language } = useTranslation().i18n
  const format = formats.get(language) ?? createFormat(language)
  formats.set(language, format)
  return format
}
