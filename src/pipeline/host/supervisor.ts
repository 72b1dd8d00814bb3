/**
 * Keeps one engine process alive for several clients (windows, browser tabs): relays their requests under
 * ids of its own, the results to who asked, the events to all. When the process dies, every open request
 * is answered, everyone is told, and it is started again after a moment.
 */
import { CineError, type ErrorPayload, toPayload } from '../errors.ts'
import { type ClientMessage, clientMessageSchema, type HostStatus, type ServerMessage } from '../protocol.ts'
import type { ChildExit, EngineChild } from './child.ts'
import { RestartPolicy } from './restart-policy.ts'

export interface EngineClient {
  /** A message as it came from the client; one that does not fit the protocol is ignored. */
  receive(message: unknown): void
  /** The client went away: what it had asked is cancelled. */
  close(): void
}

export interface SupervisorOptions {
  spawn(): EngineChild
  /** Told of every change of status, after the clients. */
  onStatus?(status: HostStatus, error: ErrorPayload | null): void
  policy?: RestartPolicy
}

type Post = (message: ServerMessage) => void
type Request = Extract<ClientMessage, { type: 'request' }>

interface OpenRequest {
  client: Client
  /** With the id that the engine knows it by. */
  message: Request
  clientId: string
  sent: boolean
}

interface Client {
  post: Post
  /** The client's own id of a request → the engine's. */
  ids: Map<string, string>
}

export class EngineSupervisor {
  readonly #spawn: () => EngineChild
  readonly #onStatus: (status: HostStatus, error: ErrorPayload | null) => void
  readonly #policy: RestartPolicy
  readonly #clients = new Set<Client>()
  readonly #open = new Map<string, OpenRequest>()
  #child: EngineChild | null = null
  #status: HostStatus = 'starting'
  #error: ErrorPayload | null = null
  #restart: NodeJS.Timeout | null = null
  #lastId = 0
  #stopping = false

  constructor(options: SupervisorOptions) {
    this.#spawn = options.spawn
    this.#onStatus = options.onStatus ?? (() => {})
    this.#policy = options.policy ?? new RestartPolicy()
    this.#start()
  }

  connect(post: Post): EngineClient {
    const client: Client = { post, ids: new Map() }
    this.#clients.add(client)
    post({ type: 'host', status: this.#status, error: this.#error })
    return {
      receive: (raw) => {
        const parsed = clientMessageSchema.safeParse(raw)
        if (!parsed.success || !this.#clients.has(client)) return
        if (parsed.data.type === 'request') this.#request(client, parsed.data)
        else this.#cancel(client, parsed.data.id)
      },
      close: () => {
        for (const clientId of [...client.ids.keys()]) this.#cancel(client, clientId)
        this.#clients.delete(client)
      },
    }
  }

  /** Ends the process for good; open requests are answered first. */
  async stop(): Promise<void> {
    this.#stopping = true
    if (this.#restart) clearTimeout(this.#restart)
    const child = this.#child
    const stopped = new CineError('ENGINE_STOPPED', 'The engine was stopped.')
    this.#answerAll(toPayload(stopped))
    this.#say('stopped', null)
    await child?.kill()
  }

  #start(): void {
    this.#restart = null
    this.#say('starting', null)
    try {
      this.#watch(this.#spawn())
    } catch (error) {
      this.#couldNotStart(toPayload(error))
    }
  }

  #watch(child: EngineChild): void {
    this.#child = child
    child.onMessage((message) => {
      if (this.#child === child) this.#relay(message)
    })
    child.onExit((exit) => {
      if (this.#child !== child) return
      this.#child = null
      if (!this.#stopping && this.#status !== 'stopped') this.#died(exit)
    })
  }

  #relay(message: ServerMessage): void {
    if (message.type === 'event') this.#tellAll(message)
    else if (message.type === 'host') this.#hostSaid(message.status, message.error)
    else {
      const request = this.#open.get(message.id)
      if (!request) return
      this.#forget(request)
      request.client.post({ ...message, id: request.clientId })
    }
  }

  #hostSaid(status: HostStatus, error: ErrorPayload | null): void {
    if (status === 'stopped' && error) this.#couldNotStart(error)
    if (status !== 'ready') return
    this.#say('ready', null)
    for (const request of this.#open.values()) this.#send(request)
  }

  #died(exit: ChildExit): void {
    if (exit.cause !== undefined) {
      this.#couldNotStart(toPayload(exit.cause))
      return
    }
    const error = toPayload(engineDied(exit))
    this.#answerAll(error)
    this.#say('died', error)
    const delay = this.#policy.nextDelay()
    if (delay === null) this.#giveUp(toPayload(keepsDying()))
    else this.#restart = setTimeout(() => this.#start(), delay)
  }

  /** Trying again by itself would end the same way; it counts, so that being asked often does not either. */
  #couldNotStart(error: ErrorPayload): void {
    this.#policy.nextDelay()
    this.#giveUp(error)
  }

  #giveUp(error: ErrorPayload): void {
    this.#answerAll(error)
    this.#say('stopped', error)
  }

  #request(client: Client, message: Request): void {
    if (client.ids.has(message.id)) return
    // Stopped by its own fault: someone who asks again once things are quiet gets another try.
    if (this.#status === 'stopped' && !this.#stopping && !this.#child && this.#policy.isQuiet()) this.#start()
    if (this.#status === 'stopped') {
      const error = this.#error ?? toPayload(new CineError('ENGINE_STOPPED', 'The engine was stopped.'))
      client.post({ type: 'error', id: message.id, error })
      return
    }
    const id = `r${++this.#lastId}`
    const request = { client, clientId: message.id, message: { ...message, id }, sent: false }
    client.ids.set(message.id, id)
    this.#open.set(id, request)
    if (this.#status === 'ready') this.#send(request)
  }

  #send(request: OpenRequest): void {
    if (request.sent) return
    request.sent = true
    this.#child?.post(request.message)
  }

  #cancel(client: Client, clientId: string): void {
    const id = client.ids.get(clientId)
    const request = id === undefined ? undefined : this.#open.get(id)
    if (!request) return
    if (request.sent) this.#child?.post({ type: 'cancel', id: request.message.id })
    else {
      this.#forget(request)
      const error = toPayload(new CineError('CANCELLED', 'Cancelled before it began.'))
      client.post({ type: 'error', id: clientId, error })
    }
  }

  #forget(request: OpenRequest): void {
    this.#open.delete(request.message.id)
    request.client.ids.delete(request.clientId)
  }

  #answerAll(error: ErrorPayload): void {
    for (const request of [...this.#open.values()]) {
      this.#forget(request)
      request.client.post({ type: 'error', id: request.clientId, error })
    }
  }

  #tellAll(message: ServerMessage): void {
    for (const client of this.#clients) client.post(message)
  }

  #say(status: HostStatus, error: ErrorPayload | null): void {
    this.#status = status
    this.#error = error
    this.#tellAll({ type: 'host', status, error })
    this.#onStatus(status, error)
  }
}

function engineDied({ code, signal }: ChildExit): CineError {
  const how = signal ? `killed by ${signal}` : `exit code ${code ?? 'unknown'}`
  return new CineError('ENGINE_DIED', `The engine stopped unexpectedly (${how}).`, {
    hint: 'It is being started again; what was published is untouched. If it happens again with the same file, there may be too little memory.',
    details: { code, signal },
  })
}

function keepsDying(): CineError {
  return new CineError('ENGINE_KEEPS_DYING', 'The engine stopped five times within a minute.', {
    hint: 'Wait a minute and try again; run `cine etl` in a terminal to see what stops it.',
  })
}
