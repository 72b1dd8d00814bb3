import i18next, { type TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ErrorPayload } from '../../pipeline/errors.ts'
import { toEngineError } from '../bridge/engine-error.ts'

export interface ErrorText {
  code: string
  sentence: string
  hint: string | null
  /** The engine's own sentence, which names files and settings, where ours is a translation. */
  detail: string | null
}

export type ErrorLike = Pick<ErrorPayload, 'code' | 'message' | 'hint'> &
  Partial<Pick<ErrorPayload, 'details'>>

/** An error in the language of the window: by its code when there is a text, else in the engine's words. */
export function useErrorText(): (error: ErrorLike) => ErrorText {
  const { t } = useTranslation('errors')
  return (error) => errorText(t as TFunction<'errors'>, error)
}

/** What happened and what to do next, of any thrown value, for a notice. */
export function errorNotice(error: unknown): string {
  const { sentence, hint } = errorText(
    i18next.getFixedT(null, 'errors') as TFunction<'errors'>,
    toEngineError(error),
  )
  return hint ? `${sentence} ${hint}` : sentence
}

/** `details.reason`, where the error gives one, chooses a text of its own; all details can stand in a text. */
export function errorText(t: TFunction<'errors'>, error: ErrorLike): ErrorText {
  const { code, message, hint, details = {} } = error
  const translate = t as unknown as (key: string, options: object) => string
  const told = (key: string) => translate(`${code}.${key}`, { defaultValue: '', replace: details })
  const because = (key: string) =>
    typeof details.reason === 'string' ? told(`${key}_${details.reason}`) : ''
  const reason = because('sentence')
  const sentence = reason || told('sentence')
  if (sentence === '') return { code, sentence: message, hint, detail: null }
  // A sentence for the very reason says all that the engine's does.
  const detail = reason || message === sentence ? null : message
  return { code, sentence, hint: because('hint') || told('hint') || null, detail }
}
