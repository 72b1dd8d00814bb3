import { useTranslation } from 'react-i18next'

const PREPARED = 'prepared before the run stopped: '

/** What a step says of itself, in the language of the window where it is known here. */
export function useStepMessage(): (message: string) => string {
  const { t } = useTranslation('home')
  return (message) => {
    if (message === 'done before the run stopped') return t('step_done_before')
    return message.startsWith(PREPARED)
      ? t('step_prepared_before', { files: message.slice(PREPARED.length) })
      : message
  }
}
