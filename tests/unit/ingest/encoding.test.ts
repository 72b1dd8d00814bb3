import { expect, it } from 'vitest'
import { EncodingWatch, sniffBom } from '../../../src/pipeline/ingest/encoding.ts'
import { recordDecoder, transcoder } from '../../../src/pipeline/ingest/transcode.ts'

function watch(bytes: Buffer, chunk: number) {
  const encoding = new EncodingWatch()
  for (let i = 0; i < bytes.length; i += chunk) encoding.update(bytes.subarray(i, i + chunk))
  return encoding.finish()
}

it.each([
  ['utf-8', Buffer.from('plain')],
  ['utf-8', Buffer.from('été 映画 🎬 “quotes”')],
  ['utf-8', Buffer.from('été 映画 🎬').subarray(0, -1)],
  ['utf-8', Buffer.concat([Buffer.from('é, then a cut '), Buffer.from([0xc3])])],
  ['utf-8', Buffer.from('ends in caf\xc3', 'latin1')],
  ['utf-8', Buffer.from('ends in \xe6\x98', 'latin1')],
  ['windows-1252', Buffer.from('\xe9t\xe9 \x93quotes\x94', 'latin1')],
  ['windows-1252', Buffer.from('just one \xe9', 'latin1')],
  ['windows-1252', Buffer.from(`${'\xe9'.repeat(90)} and one FIANC\xc9\x94`, 'latin1')],
  ['utf-8', Buffer.concat([Buffer.from('é'.repeat(200)), Buffer.from('\xe9 \xe8 '.repeat(4), 'latin1')])],
  [
    'utf-8+windows-1252',
    Buffer.concat([Buffer.from('é'.repeat(20)), Buffer.from('\xe9 '.repeat(9), 'latin1')]),
  ],
  [
    'utf-8+windows-1252',
    Buffer.concat([Buffer.from('été, '.repeat(5)), Buffer.from('\xe9t\xe9 '.repeat(90), 'latin1')]),
  ],
  [null, Buffer.from('\x81\x8d\xff', 'latin1')],
])('tells %s, whatever the size of the chunks', (encoding, bytes) => {
  for (const chunk of [1, 2, 3, 5, 1000]) expect(watch(bytes, chunk)).toBe(encoding)
})

it('believes a byte order mark, and takes UTF-32 for what it is: not text we read', () => {
  expect(sniffBom(Buffer.from('efbbbf61', 'hex'))).toBe('utf-8')
  expect(sniffBom(Buffer.from('fffe6100', 'hex'))).toBe('utf-16le')
  expect(sniffBom(Buffer.from('feff0061', 'hex'))).toBe('utf-16be')
  expect(sniffBom(Buffer.from('fffe000061000000', 'hex'))).toBeNull()
})

it('reads every byte of windows-1252', () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))
  const text = recordDecoder('windows-1252')?.(bytes).toString() ?? ''
  expect(text).toBe(new TextDecoder('windows-1252').decode(bytes))
  expect(text.slice(0x80, 0x83)).toBe('€\x81‚')
  expect(text.slice(0xe9, 0xea)).toBe('é')
})

it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('reads %s byte by byte, without its mark', (encoding) => {
  const wide = Buffer.from('\ufeffé🎬', 'utf16le')
  const bytes = {
    'utf-8': Buffer.from('\ufeffé🎬'),
    'utf-16le': wide,
    'utf-16be': Buffer.from(wide).swap16(),
  }
  const reader = transcoder(encoding)
  const parts = [...bytes[encoding]].map((byte) => reader.push(Buffer.from([byte])))
  expect(Buffer.concat([...parts, reader.end()]).toString()).toBe('é🎬')
})

const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()
const LONE = Buffer.from('a\nb\ud83dc\nd\udfac\n', 'utf16le')
const PAIR = Buffer.from('a\n🎬', 'utf16le')

it.each([
  ['utf-16le', 'alone', LONE, 'a\nb\xffc\nd\xff\n'],
  ['utf-16be', 'alone', swapped(LONE), 'a\nb\xffc\nd\xff\n'],
  ['utf-16le', 'at the end', PAIR.subarray(0, -2), 'a\n\xff'],
  ['utf-16be', 'at the end', swapped(PAIR).subarray(0, -2), 'a\n\xff'],
  ['utf-16le', 'and a byte at the end', PAIR.subarray(0, -1), 'a\n\xff\xff'],
  ['utf-16be', 'of a byte alone', swapped(PAIR).subarray(0, 5), 'a\n\xff'],
] as const)('marks half a character of %s, %s, whatever the chunks', (encoding, _, bytes, expected) => {
  for (const size of [1, 2, 3, 1000]) {
    const reader = transcoder(encoding)
    const parts = [...chunksOf(bytes, size)].map((chunk) => reader.push(chunk))
    expect(Buffer.concat([...parts, reader.end()]).toString('latin1')).toBe(expected)
  }
})

function* chunksOf(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
