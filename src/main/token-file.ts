import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The system's key store: what it encrypts only this user of this machine can decrypt. */
export interface Cipher {
  encryptString(plain: string): Buffer
  decryptString(encrypted: Buffer): string
}

/** A token, or the JSON of a name and a key: what somebody pasted. */
const LONGEST = 5000

/** Keeps one secret in a file that only the key store can read; plain, it is never on the disk. */
export class TokenFile {
  readonly #path: string
  readonly #cipher: Cipher

  constructor(path: string, cipher: Cipher) {
    this.#path = path
    this.#cipher = cipher
  }

  exists(): boolean {
    return existsSync(this.#path)
  }

  /** Null when there is none, or the key store does not know it any more. */
  read(): string | null {
    try {
      return this.#cipher.decryptString(readFileSync(this.#path))
    } catch {
      return null
    }
  }

  /** @returns whether it was one */
  save(token: unknown): boolean {
    if (typeof token !== 'string' || token.trim() === '' || token.length > LONGEST) return false
    const encrypted = this.#cipher.encryptString(token.trim())
    mkdirSync(dirname(this.#path), { recursive: true })
    const staged = `${this.#path}.tmp`
    writeFileSync(staged, encrypted, { mode: 0o600 })
    chmodSync(staged, 0o600)
    renameSync(staged, this.#path)
    return true
  }

  remove(): void {
    rmSync(this.#path, { force: true })
  }
}
