import { posix } from 'node:path'
import { CineError } from '../../errors.ts'

/** A folder of HDFS that settings name, as address (for Spark) and as path (for us). */
export interface HdfsFolder {
  /** `hdfs://host:port/path`. */
  uri: string
  path: string
  /** The host and port that the setting names; null for the cluster's own. */
  authority: string | null
  scheme: 'hdfs' | 'webhdfs' | 'swebhdfs'
}

/**
 * Reads `/path`, `hdfs://host:port/path`, `webhdfs://…` or `swebhdfs://…`. Throws `USAGE` for anything else,
 * for the root, and for a path that goes up.
 */
export function hdfsFolder(value: string, setting: string, defaultFs: string): HdfsFolder {
  const [, scheme = 'hdfs', authority = '', rest = ''] =
    /^(?:(hdfs|webhdfs|swebhdfs):\/\/([^/]*))?(\/.*)?$/.exec(value.trim()) ?? []
  const path = posix.normalize(rest || '/').replace(/(?<=.)\/$/, '')
  const goesUp = rest.split('/').includes('..')
  if (!rest || path === '/' || goesUp) {
    throw new CineError('USAGE', `${setting} is "${value}", which is no folder of HDFS.`, {
      hint: 'Give a path such as /datalake/raw or hdfs://host:9000/datalake/raw, not the root.',
      details: { setting, value },
    })
  }
  return {
    uri: `${scheme === 'hdfs' && authority === '' ? defaultFs : `${scheme}://${authority}`}${path}`,
    path,
    authority: authority || null,
    scheme: scheme as HdfsFolder['scheme'],
  }
}

/** Where the lake lies when nothing else is said. */
export const DEFAULT_BASE = '/datalake'
/** True for `/base/x`, not for `/base` and not for `/base2`. Both normalised. */
export function isInside(path: string, base: string): boolean {
  return path.startsWith(`${base}/`) && path.length > base.length + 1
}

/** Absolute, without dots and doubled slashes. Throws `USAGE`. */
export function cleanPath(path: string): string {
  if (!path.startsWith('/') || path.split('/').includes('..') || path.includes('\0')) {
    throw new CineError('USAGE', `"${path}" is no absolute path of HDFS.`, {
      hint: 'Give one such as /datalake/raw.',
    })
  }
  return posix.normalize(path).replace(/(?<=.)\/$/, '')
}
