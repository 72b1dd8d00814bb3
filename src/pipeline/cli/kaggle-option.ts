import { Option } from 'commander'

export interface KaggleOptions {
  kaggle?: string[] | true
}

/** `--kaggle OWNER/DATASET`, repeatable; without a value, the datasets of the core sources. */
export function kaggleOption(): Option {
  return new Option(
    '--kaggle [owner/dataset]',
    'download a dataset of Kaggle; repeat it for several (no name: those of the core sources)',
  ).argParser((value: string, before: string[] | true | undefined) => [
    ...(before === true ? ['default'] : (before ?? [])),
    value,
  ])
}

export function kaggleParams(kaggle: KaggleOptions['kaggle']): { kaggle?: string[] } {
  if (kaggle === undefined) return {}
  return { kaggle: kaggle === true ? ['default'] : kaggle }
}
