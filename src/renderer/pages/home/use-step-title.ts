import { useTranslation } from 'react-i18next'

/** A step in words; its key when it is of a kind of run that is not known here. */
export function useStepTitle(): (key: string) => string {
  const { t, i18n } = useTranslation('home')
  return (key) => (i18n.exists(`home:steps.${key}.title`) ? t(`steps.${key as 'receive'}.title`) : key)
}
