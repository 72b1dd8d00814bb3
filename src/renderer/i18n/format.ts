import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { createFormat, type Format } from './create-format.ts'

export type { Format } from './create-format.ts'

/** Numbers, money and times as the chosen language writes them; unknown (`null`) is a dash. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  return useMemo(() => createFormat(i18n.language), [i18n.language])
}
