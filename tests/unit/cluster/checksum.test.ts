import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc32c } from '../../../src/pipeline/cluster/hdfs/crc32c.ts'
import { FileChecksum, localChecksum } from '../../../src/pipeline/cluster/hdfs/file-checksum.ts'
import { parseChecksum } from '../../../src/pipeline/cluster/hdfs/remote-checksum.ts'
import { tempLake } from '../../helpers/lake.ts'

describe('CRC-32C', () => {
  test.each([
    ['', 0],
    ['123456789', 0xe3069283],
    ['The quick brown fox jumps over the lazy dog', 0x22620404],
  ])('of %s', (text, expected) => {
    const bytes = Buffer.from(text)
    expect(crc32c(bytes, 0, bytes.length) >>> 0).toBe(expected)
  })

  test('goes on from where it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, at) => {
        const cut = Math.min(at, bytes.length)
        const parts = crc32c(bytes, cut, bytes.length, crc32c(bytes, 0, cut))
        expect(parts).toBe(crc32c(bytes, 0, bytes.length))
      }),
    )
  })
})

/** The same by its definition, a piece at a time. */
function byDefinition(bytes: Uint8Array, piece: number, block: number): string {
  const blocks: Buffer[] = []
  for (let from = 0; from < bytes.length; from += block) {
    const hash = createHash('md5')
    for (let at = from; at < Math.min(from + block, bytes.length); at += piece) {
      const sum = Buffer.alloc(4)
      sum.writeInt32BE(crc32c(bytes, at, Math.min(at + piece, from + block, bytes.length)))
      hash.update(sum)
    }
    blocks.push(hash.digest())
  }
  const all = Buffer.concat(blocks)
  const size = [32, 64, 128, 256, 512, 1024].find((each) => each >= all.length) ?? 0
  return createHash('md5')
    .update(all)
    .update(Buffer.alloc(size - all.length))
    .digest('hex')
}

describe('the checksum of a file', () => {
  // Told by HDFS 3.5.0 of 3,000,000 bytes that count 0, 1, … 250: one block, then blocks of 1 MiB.
  const content = Buffer.from(Uint8Array.from({ length: 3_000_000 }, (_, at) => at % 251))
  test.each([
    ['CRC32C', 128 * 2 ** 20, '08c8b5ef733b83df1861277453203200'],
    ['CRC32C', 2 ** 20, '3f010159e8c8183a19ad712ead346ffa'],
    ['CRC32', 128 * 2 ** 20, '10e86e14d9a2ce7096979881b4f153a6'],
  ] as const)('by %s in blocks of %i is that of HDFS', async (crc, block_size, expected) => {
    const path = join(await tempLake(), 'file')
    await writeFile(path, content)
    let read = 0
    const kind = { crc, bytes_per_crc: 512, block_size }
    expect(await localChecksum(path, kind, { onBytes: (bytes) => (read += bytes) })).toBe(expected)
    expect(read).toBe(content.length)
  })

  test('does not depend on how its bytes arrive', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 3000 }),
        fc.integer({ min: 1, max: 700 }),
        (bytes, step) => {
          const checksum = new FileChecksum({ crc: 'CRC32C', bytes_per_crc: 64, block_size: 512 })
          for (let at = 0; at < bytes.length; at += step) checksum.update(bytes.subarray(at, at + step))
          expect(checksum.digest()).toBe(byDefinition(bytes, 64, 512))
        },
      ),
    )
  })

  test('that HDFS tells is read, or is none', () => {
    const md5 = '7eb1a4df815c6bd7f95b99f6c50aa3bd'
    const bytes = `000002000000000000000000${md5}00000000`
    expect(parseChecksum({ algorithm: 'MD5-of-0MD5-of-512CRC32C', bytes }, 9)).toEqual({
      kind: { crc: 'CRC32C', bytes_per_crc: 512, block_size: 9 },
      md5,
    })
    expect(parseChecksum({ algorithm: 'MD5-of-2048MD5-of-4096CRC32', bytes }, 9)?.kind).toEqual({
      crc: 'CRC32',
      bytes_per_crc: 4096,
      block_size: 9,
    })
    expect(parseChecksum({ algorithm: 'COMPOSITE-CRC32C', bytes: 'ab' }, 9)).toBeNull()
    expect(parseChecksum({ algorithm: 'MD5-of-0MD5-of-512CRC32C', bytes: 'ab' }, 9)).toBeNull()
  })
})
