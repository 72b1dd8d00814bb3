import { type SourceField, type Unit, unitsOf } from '../sources/index.ts'
import type { Dialect } from './dialect.ts'
import { MEANING_RULES, type MeaningRule } from './meaning-rules.ts'

/** The column of a field once it is readable. */
export const prepared = (field: SourceField): string => `p_${field.name}`

/** A field that means nothing may still be a key: it is read as a title is. */
export const ruleOf = (field: SourceField): MeaningRule => MEANING_RULES[field.means ?? 'title']

export const unitOf = (field: SourceField): Unit => field.unit ?? unitsOf(field.means ?? 'title')[0] ?? 'text'

/** Its typed value, over its readable one. */
export const typedValue = (d: Dialect, field: SourceField): string =>
  ruleOf(field).value(d, prepared(field), unitOf(field))
