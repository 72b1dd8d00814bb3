import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLake } from './use-lake.ts'

/** In a browser the tab says which lake; in the desktop application the window already does. */
export function useWindowTitle(): void {
  const { t } = useTranslation()
  const name = useLake()?.name
  useEffect(() => {
    document.title = name ? `${name} — ${t('product')}` : t('product')
  }, [name, t])
}
