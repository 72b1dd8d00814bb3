/**
 * Keeps one engine process alive for several clients (windows, browser tabs): relays their requests under
 * ids of its own, the results to who asked, the events to all. When the process dies, every open request
 * is answered, everyone is told, and it is started again after a moment.
 */
import { cancelled, type ErrorPayload, toPayload } from '../errors.ts'
import { clientMessageSchema, type HostStatus, type ServerMessage } from '../protocol.ts'
import type { ChildExit, EngineChild } from './child.ts'
import { engineDied, engineKeepsDying, engineStopped } from './engine-errors.ts'
import { type Client, type OpenRequest, OpenRequests } from './open-requests.ts'
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
}

export class EngineSupervisor {
  readonly #options: SupervisorOptions
  readonly #policy = new RestartPolicy()
  readonly #clients = new Set<Client>()
  readonly #open = new OpenRequests()
  #child: EngineChild | null = null
  #status: HostStatus = 'starting'
  #error: ErrorPayload | null = null
  #restart: NodeJS.Timeout | null = null
  #stopping = false

  constructor(options: SupervisorOptions) {
    this.#options = options
    this.#start()
  }

  connect(post: (message: ServerMessage) => void): EngineClient {
    const client: Client = { post }
    this.#clients.add(client)
    post({ type: 'host', status: this.#status, error: this.#error })
    return {
      receive: (raw) => {
        const parsed = clientMessageSchema.safeParse(raw)
        if (!parsed.success || !this.#clients.has(client)) return
        const message = parsed.data
        if (message.type === 'cancel') this.#cancel(this.#open.find(client, message.id))
        else this.#ask(this.#open.add(client, message))
      },
      close: () => {
        for (const request of this.#open.of(client)) this.#cancel(request)
        this.#clients.delete(client)
      },
    }
  }

  /** Ends the process for good; open requests are answered first. */
  async stop(): Promise<void> {
    this.#stopping = true
    if (this.#restart) clearTimeout(this.#restart)
    const child = this.#child
    this.#open.failAll(engineStopped())
    this.#say('stopped', null)
    await child?.kill()
  }

  #start(): void {
    this.#restart = null
    this.#say('starting', null)
    try {
      this.#watch(this.#options.spawn())
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
    else if (message.type !== 'host') this.#open.answer(message)
    else if (message.status === 'stopped' && message.error) this.#couldNotStart(message.error)
    else if (message.status === 'ready') {
      this.#say('ready', null)
      for (const request of this.#open.all()) this.#send(request)
    }
  }

  #died(exit: ChildExit): void {
    if (exit.cause !== undefined) {
      this.#couldNotStart(toPayload(exit.cause))
      return
    }
    const error = engineDied(exit)
    this.#open.failAll(error)
    this.#say('died', error)
    const delay = this.#policy.nextDelay()
    if (delay === null) this.#giveUp(engineKeepsDying())
    else this.#restart = setTimeout(() => this.#start(), delay)
  }

  /** Trying again by itself would end the same way; it counts, so that being asked often does not either. */
  #couldNotStart(error: ErrorPayload): void {
    this.#policy.nextDelay()
    this.#giveUp(error)
  }

  #giveUp(error: ErrorPayload): void {
    this.#open.failAll(error)
    this.#say('stopped', error)
  }

  #ask(request: OpenRequest | null): void {
    if (!request) return
    // Stopped by its own fault: someone who asks again once things are quiet gets another try.
    if (this.#status === 'stopped' && !this.#stopping && !this.#child && this.#policy.isQuiet()) this.#start()
    if (this.#status === 'stopped') this.#open.fail(request, this.#error ?? engineStopped())
    else if (this.#status === 'ready') this.#send(request)
  }

  #send(request: OpenRequest): void {
    if (request.sent) return
    request.sent = true
    this.#child?.post(request.message)
  }

  #cancel(request: OpenRequest | undefined): void {
    if (!request) return
    if (request.sent) this.#child?.post({ type: 'cancel', id: request.message.id })
    else this.#open.fail(request, toPayload(cancelled()))
  }

  #tellAll(message: ServerMessage): void {
    for (const client of this.#clients) client.post(message)
  }

  #say(status: HostStatus, error: ErrorPayload | null): void {
    this.#status = status
    this.#error = error
    this.#tellAll({ type: 'host', status, error })
    this.#options.onStatus?.(status, error)
  }
}
