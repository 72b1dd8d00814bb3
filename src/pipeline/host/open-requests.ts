import type { ErrorPayload } from '../errors.ts'
import type { ClientMessage, ServerMessage } from '../protocol.ts'

type Request = Extract<ClientMessage, { type: 'request' }>
type Answer = Extract<ServerMessage, { type: 'result' | 'error' }>

/** A window or a tab. */
export interface Client {
  post(message: ServerMessage): void
}

export interface OpenRequest {
  client: Client
  /** The id that the client gave it. */
  clientId: string
  /** As the engine gets it: with an id that no other client's request has. */
  message: Request
  sent: boolean
}

/** What has been asked and not been answered yet, by all clients. */
export class OpenRequests {
  readonly #byId = new Map<string, OpenRequest>()
  #lastId = 0

  /** Null when the client has an open request of that id already. */
  add(client: Client, message: Request): OpenRequest | null {
    if (this.find(client, message.id)) return null
    const id = `r${++this.#lastId}`
    const request = { client, clientId: message.id, message: { ...message, id }, sent: false }
    this.#byId.set(id, request)
    return request
  }

  find(client: Client, clientId: string): OpenRequest | undefined {
    return this.all().find((request) => request.client === client && request.clientId === clientId)
  }

  all(): OpenRequest[] {
    return [...this.#byId.values()]
  }

  of(client: Client): OpenRequest[] {
    return this.all().filter((request) => request.client === client)
  }

  /** Gives the engine's answer to who asked, under the id that they know. */
  answer(answer: Answer): void {
    const request = this.#byId.get(answer.id)
    if (!request) return
    this.#byId.delete(answer.id)
    request.client.post({ ...answer, id: request.clientId })
  }

  fail(request: OpenRequest, error: ErrorPayload): void {
    this.answer({ type: 'error', id: request.message.id, error })
  }

  failAll(error: ErrorPayload): void {
    for (const request of this.all()) this.fail(request, error)
  }
}
