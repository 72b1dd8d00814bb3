import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ErrorPayload } from '../../pipeline/errors.ts'

export interface ErrorText {
  code: string
  sentence: string
  hint: string | null
  /** The engine's own sentence, which names files and settings, where ours is a translation. */
  detail: string | null
}

type ErrorLike = Pick<ErrorPayload, 'code' | 'message' | 'hint'>

/** An error in the language of the window: by its code when there is a text, else in the engine's words. */
export function useErrorText(): (error: ErrorLike) => ErrorText {
  const { t } = useTranslation('errors')
  return (error) => errorText(t as TFunction<'errors'>, error)
}

function errorText(t: TFunction<'errors'>, { code, message, hint }: ErrorLike): ErrorText {
  const translate = t as unknown as (key: string, options: { defaultValue: string }) => string
  const sentence = translate(`${code}.sentence`, { defaultValue: '' })
  if (sentence === '') return { code, sentence: message, hint, detail: null }
  const next = translate(`${code}.hint`, { defaultValue: '' })
  return { code, sentence, hint: next || null, detail: message === sentence ? null : message }
}
