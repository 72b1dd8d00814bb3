import { CineError, type ErrorPayload, toPayload } from '../errors.ts'
import type { ChildExit } from './child.ts'

export function engineDied({ code, signal }: ChildExit): ErrorPayload {
  const how = signal ? `killed by ${signal}` : `exit code ${code ?? 'unknown'}`
  return toPayload(
    new CineError('ENGINE_DIED', `The engine stopped unexpectedly (${how}).`, {
      hint: 'It is being started again; what was published is untouched. If it happens again with the same file, there may be too little memory.',
      details: { code, signal },
    }),
  )
}

export function engineKeepsDying(): ErrorPayload {
  return toPayload(
    new CineError('ENGINE_KEEPS_DYING', 'The engine stopped five times within a minute.', {
      hint: 'Wait a minute and try again; run `cine etl` in a terminal to see what stops it.',
    }),
  )
}

export function engineStopped(): ErrorPayload {
  return toPayload(new CineError('ENGINE_STOPPED', 'The engine was stopped.'))
}
