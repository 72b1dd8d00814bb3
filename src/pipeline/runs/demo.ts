import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { CineError } from '../errors.ts'
import { landedFiles, listFolder } from '../ingest/index.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { resourcePath } from '../resources.ts'

/** The files of the shipped demo dataset. */
export async function demoFiles(): Promise<string[]> {
  return listFolder(resourcePath('demo'))
}

/** `all`: everything landed is the demo's; `some`: own data stands beside it; `none`. */
export type DemoShare = 'all' | 'some' | 'none'

export async function demoShare(layout: LakeLayout): Promise<DemoShare> {
  const landed = await landedFiles(layout)
  if (landed.length === 0) return 'none'
  const demo = await demoHashes()
  const known = landed.filter((file) => demo.has(file.sha256)).length
  if (known === landed.length) return 'all'
  return known > 0 ? 'some' : 'none'
}

/** Refuses to mix made-up reviews into a lake of real data. */
export async function refuseMixedLake(layout: LakeLayout): Promise<void> {
  const landed = await landedFiles(layout)
  if (landed.length === 0 || (await demoShare(layout)) === 'all') return
  throw new CineError('DEMO_MIXED_LAKE', `The lake ${layout.root} already holds data of yours.`, {
    hint: 'The reviews of the demo are made up: try it in a lake of its own, with --lake DIR.',
    details: { lake: layout.root },
  })
}

let hashes: Promise<Set<string>> | null = null

/** SHA-256 of each demo file as it lands (after gunzip); read once a process. */
function demoHashes(): Promise<Set<string>> {
  hashes ??= demoFiles().then(async (files) => new Set(await Promise.all(files.map(contentHash))))
  return hashes
}

async function contentHash(path: string): Promise<string> {
  const hash = createHash('sha256')
  const input = createReadStream(path)
  if (path.toLowerCase().endsWith('.gz')) await pipeline(input, createGunzip(), hash)
  else await pipeline(input, hash)
  return hash.digest('hex')
}
