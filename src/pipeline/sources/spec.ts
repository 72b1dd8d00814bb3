import { z } from 'zod'
import { MEANINGS, type Meaning, UNITS, unitsOf } from './meanings.ts'

/** Identifiers of ours: also folder, table and column names, so nothing else may stand in them. */
export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,59}$/, 'must be lower-case letters, digits and _')

const fieldSchema = z.strictObject({
  /** Our name for it. */
  name: identifier,
  /** The header names it goes by; compared loosely, see `looseName`. */
  aliases: z.array(z.string().min(1).max(300)).min(1).max(50),
  /** A header without it is not this layout. */
  required: z.boolean().default(false),
  /** The standard column it fills; a field without is landed and left aside. Several fields may fill one
   * list (`actor_1_name`, `actor_2_name`…), in their order. */
  means: z.enum(MEANINGS).optional(),
  /** How it is written, where its values alone do not tell; see `unitsOf`. */
  unit: z.enum(UNITS).optional(),
})

/** How a record says which film it is of. */
const FILM_REFERENCES = ['imdb_id', 'rt_id', 'own_id', 'title_year'] as const

/** What we know of one source's layout, as data: it can be written as JSON. */
export const sourceSpecSchema = z
  .strictObject({
    id: identifier,
    title: z.string().min(1).max(200),
    /** `films` describe films; `ratings`, `money` and `people` add to them; `reviews` are of them. */
    role: z.enum(['films', 'reviews', 'ratings', 'money', 'people']),
    fields: z.array(fieldSchema).min(1).max(500),
    /** Fields that tell a record from the others: those with the same are merged. One that lacks the id or title
     * of its film, or its own number, is a reject; other keys may be blank. */
    keys: z.array(z.string()).min(1).max(10),
    film: z.enum(FILM_REFERENCES),
    /** Whose numbers `own_id` are: the source of the films that reviews or ratings are of. Itself, when left
     * out. */
    films_of: identifier.optional(),
  })
  .superRefine((spec, context) => {
    const complain = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path })
    const names = spec.fields.map((field) => field.name)
    names.forEach((name, index) => {
      if (names.indexOf(name) < index) complain(`two fields are named ${name}`, 'fields', index, 'name')
    })
    spec.fields.forEach(({ means: meaning, unit }, index) => {
      if (unit && !(meaning && unitsOf(meaning).includes(unit)))
        complain(`${meaning ?? 'a field without meaning'} is not written in ${unit}`, 'fields', index, 'unit')
    })
    spec.keys.forEach((key, index) => {
      const field = spec.fields.find((each) => each.name === key)
      if (!field) complain(`there is no field ${key}`, 'keys', index)
      else if (!field.required && isMandatory(spec.film, field))
        complain(`the key ${key} must be required`, 'keys', index)
    })
    const reference = refersBy(spec.film)
    const references = spec.fields.filter((field) => field.means === reference)
    if (references.length === 0) complain(`no field means ${reference}`, 'film')
    else if (!references.some((field) => spec.keys.includes(field.name)))
      complain(`${reference} must be among the keys`, 'keys')
  })

export type SourceSpec = z.output<typeof sourceSpecSchema>
/** Without it, as a key, a record is of nothing: the id or the title of its film, or its own number. */
export function isMandatory(
  film: SourceSpec['film'],
  { means, unit }: Pick<SourceField, 'means' | 'unit'>,
): boolean {
  return (means === refersBy(film) || means === 'review_id') && unit !== 'imdb_ids'
}

const refersBy = (film: SourceSpec['film']): Meaning => (film === 'title_year' ? 'title' : film)

export type SourceField = SourceSpec['fields'][number]

/** `Ratings.Source`, `ratings_source` and ` RATINGS SOURCE ` are one name: lower case, letters and digits only. */
export function looseName(name: string): string {
  const loose = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return loose === '' ? name.trim() : loose
}
