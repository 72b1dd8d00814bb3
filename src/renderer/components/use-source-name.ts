import { useTranslation } from 'react-i18next'

/** A source in words; its id when it is one that somebody described for this lake. */
export function useSourceName(): (source: string | null) => string {
  const { t, i18n } = useTranslation('home')
  return (source) => {
    if (source === null) return '—'
    const key = `home:source.${source}`
    return i18n.exists(key) ? t(`source.${source}` as 'source.rt_movies') : source
  }
}
