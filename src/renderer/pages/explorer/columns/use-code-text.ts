import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** What is written in words of ours, with texts in both languages (`codes` of the texts). */
const CODED = ['match_method', 'match_about', 'sources', 'source_short', 'sentiment', 'origin'] as const

/** Our own words in the language of the window; other values as they are. */
export function useCodeText(): (column: string, value: unknown) => unknown {
  const { t } = useTranslation('explorer')
  return useCallback(
    (column, value) => {
      const coded = CODED.find((each) => each === column)
      if (!coded) return value
      // A word that a later version of the engine adds is shown as it is.
      const translate = t as unknown as (key: string, options: { defaultValue: string }) => string
      const text = (code: unknown) => translate(`codes.${coded}.${code}`, { defaultValue: String(code) })
      if (Array.isArray(value)) return value.map(text)
      return typeof value === 'string' ? text(value) : value
    },
    [t],
  )
}
