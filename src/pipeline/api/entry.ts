import type { z } from 'zod'

/** One request of the contract. */
interface Entry<Params extends z.ZodType, Result> {
  params: Params
  /** Never set: carries the result's type. */
  result?: Result
}

export const entry =
  <Result>() =>
  <Params extends z.ZodType>(params: Params): Entry<Params, Result> => ({ params })
