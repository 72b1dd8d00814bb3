import { readFile } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { expectedStamp, JAR } from '../../../scripts/make-spark-functions.mjs'

test('the jar of the functions is made of these sources', async () => {
  const manifest = entryOf(await readFile(JAR), 'META-INF/MANIFEST.MF')
  expect(manifest.split(/\r?\n/)).toContain(await expectedStamp())
})

/** An entry of a ZIP archive, found by its directory. */
function entryOf(zip: Buffer, name: string): string {
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const size = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + size) !== name) continue
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8')
  }
  throw new Error(`The archive has no ${name}.`)
}
