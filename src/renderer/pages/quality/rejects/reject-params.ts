import type { Params } from '../../../../pipeline/api.ts'

/** So many rows are read at a glance. */
export const PER_PAGE = 50

interface Which {
  reason: string | null
  source: string | null
  page: number
}

/** Which rejects are asked for. */
export function rejectParams({ reason, source, page }: Which): Params<'quality.get'> {
  return {
    ...(reason === null ? {} : { reason }),
    ...(source === null ? {} : { source }),
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
  }
}
