import { useTranslation } from 'react-i18next'
import { useLake } from './use-lake.ts'

/** Which versions of what, by name. */
export function useVersions(): [name: string, value: string][] {
  const { t } = useTranslation()
  const engine = useLake()?.engine
  const { cine } = window
  const host: [string, string][] = cine
    ? [
        ['Electron', cine.versions.electron],
        ['Chromium', cine.versions.chrome],
        [t('about.system'), cine.platform],
      ]
    : [[t('about.browser'), navigator.userAgent]]
  return [
    [t('product'), engine?.version ?? '…'],
    ['DuckDB', engine?.duckdb ?? '…'],
    [t('about.node'), engine?.node ?? '…'],
    ...host,
    [t('about.license'), 'MIT'],
  ]
}
