import { z } from 'zod'
import type { HdfsEntry } from '../../api.ts'
import { CineError } from '../../errors.ts'
import type { CallOptions, WebHdfs } from './webhdfs.ts'

const statusSchema = z.object({
  pathSuffix: z.string(),
  type: z.enum(['FILE', 'DIRECTORY', 'SYMLINK']),
  length: z.number(),
  owner: z.string(),
  group: z.string(),
  permission: z.string(),
  modificationTime: z.number(),
  blockSize: z.number(),
  replication: z.number(),
  /** Neither has a checksum that can be compared with a local file. */
  encBit: z.boolean().optional(),
  ecBit: z.boolean().optional(),
})
const batchSchema = z.object({
  DirectoryListing: z.object({
    partialListing: z.object({ FileStatuses: z.object({ FileStatus: z.array(statusSchema) }) }),
    remainingEntries: z.number(),
  }),
})
const summarySchema = z.object({
  ContentSummary: z.object({
    length: z.number(),
    fileCount: z.number(),
    directoryCount: z.number(),
    spaceConsumed: z.number(),
    quota: z.number(),
    spaceQuota: z.number(),
  }),
})

export interface HdfsStatus extends HdfsEntry {
  block_size: number
  /** False for files that HDFS encrypts or cuts into stripes. */
  has_checksum: boolean
}
export type HdfsSummary = z.infer<typeof summarySchema>['ContentSummary']

type Options = Pick<CallOptions, 'signal' | 'timeoutMs'>

/** The operations on files and folders that need no DataNode. Paths are absolute and clean. */
export class HdfsClient {
  readonly web: WebHdfs

  constructor(web: WebHdfs) {
    this.web = web
  }

  /** Null when there is nothing. */
  async stat(path: string, options: Options = {}): Promise<HdfsStatus | null> {
    try {
      const answer = await this.web.call('GETFILESTATUS', path, { ...options, what: `looking at ${path}` })
      return entryOf(z.object({ FileStatus: statusSchema }).parse(answer).FileStatus, path)
    } catch (error) {
      if (error instanceof CineError && error.code === 'HDFS_NOT_FOUND') return null
      throw error
    }
  }

  /** What a folder holds, by name, at most `limit` of it. Throws `HDFS_NOT_FOUND`. */
  async list(
    path: string,
    { limit = Number.POSITIVE_INFINITY, ...options }: Options & { limit?: number } = {},
  ) {
    const entries: HdfsStatus[] = []
    for (;;) {
      const last = entries.at(-1)?.name
      const answer = await this.web.call('LISTSTATUS_BATCH', path, {
        ...options,
        ...(last === undefined ? {} : { params: { startAfter: last } }),
        what: `listing ${path}`,
      })
      const { partialListing, remainingEntries } = batchSchema.parse(answer).DirectoryListing
      const statuses = partialListing.FileStatuses.FileStatus
      entries.push(...statuses.map((status) => entryOf(status, childPath(path, status.pathSuffix))))
      if (entries.length > limit) return { entries: entries.slice(0, limit), more: true }
      if (remainingEntries === 0 || statuses.length === 0) return { entries, more: false }
    }
  }

  /** Every file below a folder; none when there is no such folder. */
  async files(path: string, options: Options = {}): Promise<HdfsStatus[]> {
    const top = await this.stat(path, options)
    if (top === null) return []
    if (!top.is_folder) return [top]
    const { entries } = await this.list(path, options)
    const below = await Promise.all(
      entries.map((entry) => (entry.is_folder ? this.files(entry.path, options) : [entry])),
    )
    return below.flat()
  }

  /** Makes a folder and those above it; one that is there is left as it is. */
  async makeFolder(path: string, options: Options & { permission?: string } = {}): Promise<void> {
    const { permission = '755', ...rest } = options
    await this.#done('MKDIRS', path, {
      method: 'PUT',
      params: { permission },
      what: `making ${path}`,
      ...rest,
    })
  }

  async setPermission(path: string, permission: string, options: Options = {}): Promise<void> {
    const what = `setting the rights of ${path}`
    await this.web.call('SETPERMISSION', path, { method: 'PUT', params: { permission }, what, ...options })
  }

  /** Moves a file, over one that may be there, at once. */
  async moveOver(from: string, to: string, options: Options = {}): Promise<void> {
    const params = { destination: to, renameoptions: 'OVERWRITE' }
    await this.web.call('RENAME', from, {
      method: 'PUT',
      params,
      what: `moving ${from} to ${to}`,
      ...options,
    })
  }

  /** True when something was there. `guard.ts` decides what may be removed. */
  async remove(path: string, options: Options & { recursive: boolean }): Promise<boolean> {
    const { recursive, ...rest } = options
    const answer = await this.web.call('DELETE', path, {
      method: 'DELETE',
      params: { recursive },
      what: `removing ${path}`,
      ...rest,
    })
    return z.object({ boolean: z.boolean() }).parse(answer).boolean
  }

  async summary(path: string, options: Options = {}): Promise<HdfsSummary> {
    const answer = await this.web.call('GETCONTENTSUMMARY', path, { ...options, what: `measuring ${path}` })
    return summarySchema.parse(answer).ContentSummary
  }

  async #done(operation: string, path: string, options: CallOptions): Promise<void> {
    const answer = await this.web.call(operation, path, options)
    if (z.object({ boolean: z.boolean() }).parse(answer).boolean) return
    throw new CineError(
      'HDFS_REFUSED',
      `HDFS refused ${options.what ?? `${operation} ${path}`} without a reason.`,
      {
        hint: 'The log of the NameNode may say more.',
      },
    )
  }
}

function entryOf(status: z.infer<typeof statusSchema>, path: string): HdfsStatus {
  return {
    name: path.split('/').at(-1) ?? '',
    path,
    is_folder: status.type === 'DIRECTORY',
    bytes: status.length,
    owner: status.owner,
    group: status.group,
    permission: status.permission,
    modified_at: new Date(status.modificationTime).toISOString(),
    block_size: status.blockSize,
    has_checksum: !status.encBit && !status.ecBit,
  }
}

/** A listing of a file is the file itself, without a name. */
function childPath(folder: string, name: string): string {
  if (name === '') return folder
  return folder === '/' ? `/${name}` : `${folder}/${name}`
}
