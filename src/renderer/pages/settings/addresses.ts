import type { SettingName } from '../../../pipeline/api.ts'

export type AddressName = Extract<SettingName, 'hdfs_raw' | 'hdfs_curated' | 'spark_master'>

const FOLDER = /^(hdfs:\/\/[^\s/]+)?(\/[^\s/]+)+\/?$/
const MASTER = /^(yarn|local(\[[\d*,]+\])?|(spark|k8s):\/\/[^\s]+)$/

/** What the engine would take (a test compares the two); nothing is the default. */
export function isAddress(name: AddressName, text: string): boolean {
  const written = text.trim()
  return written === '' || (name === 'spark_master' ? MASTER : FOLDER).test(written)
}
