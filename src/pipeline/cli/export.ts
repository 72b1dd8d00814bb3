import { resolve } from 'node:path'
import type { Params } from '../api.ts'
import { ask, type Context } from './context.ts'
import { type PageOptions, pageOf } from './options.ts'
import { bytes, count } from './terminal/format.ts'
import type { Outcome } from './verb.ts'

/** Rows into the file that `--export` names, instead of a page of them. */
export async function exportOutcome(
  context: Context,
  method: 'films.export' | 'reviews.export',
  options: PageOptions,
  more: Pick<Params<'films.export'>, 'person_id' | 'role'> = {},
): Promise<Outcome> {
  const path = resolve(options.export ?? '')
  const exported = await ask(context, method, { ...pageOf(options), ...more, path })
  const what = method === 'films.export' ? 'films' : 'reviews'
  return {
    answer: {
      json: exported,
      text: () => `${count(exported.rows)} ${what} in ${exported.path} (${bytes(exported.bytes)})`,
    },
  }
}
