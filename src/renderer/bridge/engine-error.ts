import type { ErrorPayload } from '../../pipeline/errors.ts'

/** What a request rejects with: a stable code, one sentence, and what to do next. */
export class EngineError extends Error {
  readonly code: string
  readonly hint: string | null
  readonly details: Record<string, unknown>

  constructor({ code, message, hint, details }: ErrorPayload) {
    super(message)
    this.name = 'EngineError'
    this.code = code
    this.hint = hint
    this.details = details
  }
}

/** Any thrown value as an `EngineError`; what is not one is a defect of the page itself. */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new EngineError({ code: 'INTERNAL', message, hint: null, details: {} })
}

/** Any thrown value as plain data, to be kept in a store and shown. */
export function toErrorPayload(error: unknown): ErrorPayload {
  const { code, message, hint, details } = toEngineError(error)
  return { code, message, hint, details }
}

/** As `toErrorPayload`; null when it was cancelled, which is no failure. */
export function toFailure(error: unknown): ErrorPayload | null {
  const payload = toErrorPayload(error)
  return payload.code === 'CANCELLED' ? null : payload
}
