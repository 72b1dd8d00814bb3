import { join } from 'node:path'
import { app, safeStorage } from 'electron'
import type { EngineSupervisor } from '../pipeline/host/index.ts'
import type { ServerMessage } from '../pipeline/protocol.ts'
import type { KeyStore } from '../preload/bridge.ts'
import { log } from './log.ts'
import { TokenFile } from './token-file.ts'

/**
 * The Kaggle token in the system's key store. The engine, which is what asks Kaggle, is handed it whenever it
 * starts, over its own channel: it is in no environment, no log and no plain file.
 */
export class KaggleToken {
  readonly #file = new TokenFile(
    join(app.getPath('appData'), 'cine-datalake-studio', 'kaggle.token'),
    safeStorage,
  )
  readonly #supervisor: EngineSupervisor

  constructor(supervisor: EngineSupervisor) {
    this.#supervisor = supervisor
    const client = supervisor.connect((message) => {
      // Also after it died. Without a token the key store is not even asked: that may take its time.
      const isReady = message.type === 'host' && message.status === 'ready'
      if (isReady && this.#file.exists()) void this.#handOver()
    })
    app.once('will-quit', () => client.close())
  }

  state(): KeyStore {
    const available = hasKeyStore()
    return { available, saved: available && this.#file.read() !== null }
  }

  /** @param token null removes it */
  async keep(token: unknown): Promise<KeyStore> {
    if (!hasKeyStore()) return this.state()
    if (token === null) this.#file.remove()
    else this.#file.save(token)
    await this.#handOver()
    return this.state()
  }

  #handOver(): Promise<void> {
    const token = hasKeyStore() ? this.#file.read() : null
    return new Promise((resolve) => {
      const client = this.#supervisor.connect((message: ServerMessage) => {
        if (message.type !== 'result' && message.type !== 'error') return
        if (message.type === 'error') log('kaggle-token', { code: message.error.code })
        queueMicrotask(() => client.close())
        resolve()
      })
      client.receive({ type: 'request', id: '1', method: 'kaggle.token', params: { token } })
    })
  }
}

/** On Linux without a key ring Electron would only scramble it: that is no store. */
function hasKeyStore(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}
