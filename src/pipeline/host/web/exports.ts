/**
 * Files for a browser, which cannot say where to write: the page asks for one (`POST /exports`), the engine
 * writes it into a temporary folder, and the browser takes it from the address it was told.
 */
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { EXPORT_FORMATS, type ExportFormat } from '../../api.ts'
import type { ErrorPayload } from '../../errors.ts'
import type { EngineSupervisor } from '../supervisor.ts'
import { askEngine } from './ask-engine.ts'

const wantedSchema = z.strictObject({
  method: z.enum(['films.export', 'reviews.export']),
  format: z.enum(EXPORT_FORMATS),
  /** What the browser is to call the file. */
  name: z.string().max(100),
  /** Checked by the engine; where to write is ours to say. */
  params: z.looseObject({ path: z.never().optional() }),
})

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const MAX_BODY_BYTES = 256 * 1024
/** A browser takes a file at once; it may try again for as long as this. */
const KEPT_MS = 10 * 60_000

interface Kept {
  path: string
  name: string
  format: ExportFormat
}

export class WebExports {
  readonly #supervisor: EngineSupervisor
  readonly #kept = new Map<string, Kept>()
  readonly #closing = new AbortController()
  #folder: Promise<string> | null = null

  constructor(supervisor: EngineSupervisor) {
    this.#supervisor = supervisor
  }

  /** Has the engine write the file; answers `{url,name,rows,bytes}`, or `{error}` with what went wrong. */
  async make(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parsed = wantedSchema.safeParse(await readJson(request))
    if (!parsed.success) return say(response, 400, { error: BAD_REQUEST })
    const { method, format, name, params } = parsed.data
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const id = randomBytes(16).toString('base64url')
    const path = join(await this.#ownFolder(), `${id}.${format}`)
    try {
      const signal = AbortSignal.any([gone.signal, this.#closing.signal])
      const made = await askEngine(this.#supervisor, method, { ...params, path }, signal)
      const { rows, bytes } = made as { rows: number; bytes: number }
      this.#keep(id, { path, name: fileName(name, format), format })
      say(response, 200, { url: `/exports/${id}`, name: fileName(name, format), rows, bytes })
    } catch (error) {
      await rm(path, { force: true })
      say(response, 422, { error: error as ErrorPayload })
    }
  }

  /** Sends a file that was made; false when there is none of that address. */
  async send(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const kept = this.#kept.get(pathname.replace(/^\/exports\//, ''))
    if (!kept) return false
    response.setHeader('Content-Type', TYPES[kept.format])
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="export.${kept.format}"; filename*=UTF-8''${encodeURIComponent(kept.name)}`,
    )
    response.setHeader('Cache-Control', 'no-store')
    if (request.method === 'HEAD') response.end()
    else await pipeline(createReadStream(kept.path), response)
    return true
  }

  async close(): Promise<void> {
    this.#closing.abort()
    const folder = await this.#folder
    if (folder) await rm(folder, { recursive: true, force: true })
  }

  #keep(id: string, kept: Kept): void {
    this.#kept.set(id, kept)
    setTimeout(() => {
      this.#kept.delete(id)
      void rm(kept.path, { force: true })
    }, KEPT_MS).unref()
  }

  /** Of this server alone: `mkdtemp` lets no other user of the machine in. */
  #ownFolder(): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'cine-exports-'))
    return this.#folder
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}

function say(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(JSON.stringify(body))
}

/** Letters, figures and a few marks: nothing that means something to a system of files. */
function fileName(name: string, format: ExportFormat): string {
  const plain = name.replace(/[^\p{L}\p{N} _-]/gu, '').trim()
  return `${plain || 'export'}.${format}`
}

const BAD_REQUEST: ErrorPayload = {
  code: 'BAD_REQUEST',
  message: 'The page asked for a file in a way that is not understood.',
  hint: 'Reload the page: it may be of an older version.',
  details: {},
}
