import { realpath, stat } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'

/** The kinds of file that a built renderer is made of; nothing else is served. */
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
}

export function contentType(file: string): string {
  return TYPES[extname(file)] ?? 'application/octet-stream'
}

/**
 * The file of the built renderer that an address names, or null. The address of a page (no extension) is
 * the renderer's own: it gets `index.html`. Nothing outside `root` is ever named, by `..`, by an encoded
 * one, or by a symbolic link.
 */
export async function staticFile(root: string, pathname: string): Promise<string | null> {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (!decoded.startsWith('/') || decoded.includes('\0') || decoded.includes('\\')) return null
  if (decoded.split('/').includes('..')) return null
  const extension = extname(decoded)
  const name = extension === '' ? '/index.html' : decoded
  if (!Object.hasOwn(TYPES, extname(name))) return null
  try {
    const top = await realpath(root)
    const file = await realpath(resolve(top, `.${name}`))
    return file.startsWith(top + sep) && (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}

/**
 * Only what the product ships is run. Styles may be inline: the charts and the components set sizes and
 * colours on their elements.
 * @param connect further addresses that the page may connect to
 */
export function contentSecurityPolicy(connect: string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    ["connect-src 'self'", ...connect].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
