import { CineError } from '../errors.ts'

/** A dataset as Kaggle names it. */
export interface Dataset {
  owner: string
  name: string
  /** The latest one, when null. */
  version: number | null
}

/**
 * What `--kaggle` without a name brings, for the three core sources: `rt_movies` and `rt_reviews` come in one
 * dataset; the IMDb 5,000 stand for `imdb_kaggle`, as no public dataset of that layout is known to us.
 * `CINE_KAGGLE_DATASETS` (names separated by commas) replaces the list.
 */
const DEFAULTS = [
  'andrezaza/clapper-massive-rotten-tomatoes-movies-and-reviews',
  'carolzhangdc/imdb-5000-movie-dataset',
]
/** The word that stands for them. */
const DEFAULT = 'default'

const SLUG = '[A-Za-z0-9][A-Za-z0-9_-]{0,99}'
const NAME = new RegExp(
  `^(?:https?://(?:www\\.)?kaggle\\.com/(?:datasets/)?)?(${SLUG})/(${SLUG})(?:/versions/(\\d{1,6}))?/?(?:[?#].*)?$`,
)

/** `OWNER/DATASET`, with `/versions/N` if need be, or the address of its page. Throws `KAGGLE_BAD_NAME`. */
function parseDataset(text: string): Dataset {
  const [, owner, name, version] = NAME.exec(text.trim()) ?? []
  if (owner && name && owner !== 'datasets') return { owner, name, version: version ? Number(version) : null }
  throw new CineError('KAGGLE_BAD_NAME', `${JSON.stringify(text)} is not the name of a Kaggle dataset.`, {
    hint: 'Name it OWNER/DATASET, as the address of its page ends.',
    details: { name: text },
  })
}

/** The datasets that these names ask for, each once. Throws `KAGGLE_BAD_NAME`. */
export function datasetsOf(names: readonly string[], env: NodeJS.ProcessEnv = process.env): Dataset[] {
  const own = env.CINE_KAGGLE_DATASETS?.split(',').filter((name) => name.trim() !== '')
  const wanted = names.flatMap((name) => (name === DEFAULT ? (own ?? DEFAULTS) : [name]))
  const found = new Map(wanted.map(parseDataset).map((dataset) => [datasetName(dataset), dataset]))
  return [...found.values()]
}

export function datasetName({ owner, name, version }: Dataset): string {
  return `${owner}/${name}${version === null ? '' : `/versions/${version}`}`
}
