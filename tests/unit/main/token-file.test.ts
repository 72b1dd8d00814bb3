import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Cipher, TokenFile } from '../../../src/main/token-file.ts'

/** A key of its own, as a key store has one for each user. */
function cipherOf(): Cipher {
  const key = randomBytes(32)
  return {
    encryptString: (plain) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body])
    },
    decryptString: (encrypted) => {
      const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, 12))
      decipher.setAuthTag(encrypted.subarray(12, 28))
      return decipher.update(encrypted.subarray(28), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}

test('a token comes back to its own key store only, and is nowhere in plain', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cine-token-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'studio', 'kaggle.token')
  const cipher = cipherOf()
  const token = new TokenFile(path, cipher)
  expect(token.read()).toBeNull()
  expect(token.save('  KGAT_secret_value ')).toBe(true)
  expect(token.read()).toBe('KGAT_secret_value')
  expect(await readdir(join(folder, 'studio'))).toEqual(['kaggle.token'])
  expect((await readFile(path)).includes('secret')).toBe(false)
  expect((await stat(path)).mode & 0o077).toBe(0)
  expect(new TokenFile(path, cipherOf()).read()).toBeNull()
  for (const wrong of ['', '   ', 'x'.repeat(5001), 7, null, undefined]) expect(token.save(wrong)).toBe(false)
  expect(token.read()).toBe('KGAT_secret_value')
  token.remove()
  expect(token.read()).toBeNull()
})
