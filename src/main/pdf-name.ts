import { basename } from 'node:path'

/** A name that the page proposes: of it only what a file may be called, and never another folder. */
export function pdfName(proposed: unknown): string {
  const plain = basename(typeof proposed === 'string' ? proposed : '')
    .replace(/[^\p{L}\p{N} ._+-]/gu, '')
    .replace(/^[.\s]+/, '')
    .replace(/\.pdf$/i, '')
    .slice(0, 150)
  return `${plain || 'cine'}.pdf`
}
