import { diagnose } from '../../cluster/index.ts'
import { CineError } from '../../errors.ts'

/** Why a job failed, out of what it wrote. */
export function sparkFailure(log: string, applicationId: string | null, exitCode: number | null): CineError {
  const cause = diagnose({ driver: log })
  const details = { application_id: applicationId, exit_code: exitCode, evidence: cause?.evidence ?? null }
  if (cause) return new CineError(cause.code, cause.message, { hint: cause.hint, details })
  return new CineError('SPARK_FAILED', 'The Spark job ended without a result, and does not say why.', {
    hint: 'Nothing was published. ETL_LOG_LEVEL=DEBUG shows the whole log of Spark; or use the local engine: cine etl.',
    details,
  })
}
