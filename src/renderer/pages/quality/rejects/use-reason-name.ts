import { useTranslation } from 'react-i18next'

/** Why a record was left out, in words; the code itself when it is not known here. */
export function useReasonName(): (reason: string) => string {
  const { t, i18n } = useTranslation('quality')
  return (reason) =>
    i18n.exists(`quality:reason.${reason}`) ? t(`reason.${reason as 'COLUMN_COUNT'}`) : reason
}
