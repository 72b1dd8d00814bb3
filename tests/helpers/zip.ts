import { crc32, deflateRawSync, zstdCompressSync } from 'node:zlib'

export interface ZipEntry {
  name: string
  content: string | Buffer
  /** 0 stored, 8 deflated (when left out), 93 Zstandard; any other only says so. */
  method?: number
  encrypted?: boolean
  /** Instead of the true one. */
  crc?: number
  size?: number
  /** Unix mode, such as 0o120777 of a symbolic link. */
  mode?: number
}

/** A ZIP archive of these entries, honest or not: packers refuse to write what the tests need. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { method = 8, encrypted = false, mode = 0o100644 } = entry
    const plain = Buffer.from(entry.content)
    const packed = method === 8 ? deflateRawSync(plain) : method === 93 ? zstdCompressSync(plain) : plain
    const name = Buffer.from(entry.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2)
    common.writeUInt16LE(method, 4)
    common.writeUInt32LE(entry.crc ?? crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.size ?? plain.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((mode << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('504b01021e03', 'hex'), common, tail, name]))
    files.push(local)
    offset += local.length
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, ...directory, Buffer.from('504b0506', 'hex'), end])
}
