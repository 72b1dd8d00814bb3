import { removal } from './removal.ts'

const WEB = 'tests/unit/host/web.test.ts'
const ACCESS = 'src/pipeline/host/web/access.ts'
const SOCKETS = 'src/pipeline/host/web/sockets.ts'
const STATIC = 'src/pipeline/host/static-files.ts'
const ONCE = `${WEB} › the link opens the studio once: a cookie that scripts cannot read, and no token left in the address`

export const BROWSER = [
  removal('This machine only', `${WEB} › it listens on this machine’s own address only`, [
    ['src/pipeline/host/web/index.ts', "host: '127.0.0.1', exclusive", "host: '0.0.0.0', exclusive"],
  ]),
  removal('The link opens the studio once', ONCE, [[ACCESS, '!this.#tokenUsed && ', '']]),
  removal('Then a cookie', ONCE, [[ACCESS, '; HttpOnly;', ';']]),
  removal(
    'Then a cookie',
    `${WEB} › without the cookie, or with another, nothing is served and the page says what to do`,
    [[ACCESS, 'return pairs.some(', 'return pairs.length > 0 || pairs.some(']],
  ),
  removal(
    'Guessing is slow',
    `${WEB} › after ten wrong tokens none is looked at for a while, not even the right one`,
    [[ACCESS, 'MAX_WRONG_TOKENS = 10', 'MAX_WRONG_TOKENS = 1e9']],
  ),
  removal(
    'Another site can neither',
    `${WEB} › a page of another site can neither use up the link nor make wrong tries`,
    [[ACCESS, "['cross-site', 'same-site'].includes", "['none-such'].includes"]],
  ),
  removal(
    'Host and Origin',
    `${WEB} › a name that was made to point here, another site’s page, and other methods are refused`,
    [
      [
        ACCESS,
        "return this.#hosts().includes(request.headers.host ?? '')",
        'return this.#hosts().length > 0',
      ],
    ],
  ),
  removal(
    'Host and Origin',
    `${WEB} › a name that was made to point here, another site’s page, and other methods are refused`,
    [[ACCESS, 'return origin === `http://${host}`', 'return host !== origin']],
  ),
  removal('The WebSocket', `${WEB} › a WebSocket needs the cookie, our Host, our Origin and the right path`, [
    [SOCKETS, "if (!access.hasSession(request)) return '401 Unauthorized'", ''],
  ]),
  removal(
    'Long messages',
    `${WEB} › the page asks the engine through its WebSocket; a message too long ends it`,
    [[SOCKETS, 'maxPayload: MAX_MESSAGE_BYTES', 'maxPayload: MAX_MESSAGE_BYTES * 100']],
  ),
  removal(
    'Long messages',
    `${WEB} › of very many tabs only fifty are let in, and one that leaves makes room`,
    [[SOCKETS, 'MAX_SOCKETS = 50', 'MAX_SOCKETS = 5000']],
  ),
  removal('Nothing outside the built page', `${WEB} › nothing outside the built page is served`, [
    [STATIC, "if (decoded.split('/').includes('..')) return null", ''],
    [STATIC, 'file.startsWith(top + sep) && ', ''],
  ]),
  removal('Nothing outside the built page', 'tests/unit/host/static-files.test.ts › %s is refused', [
    [STATIC, 'if (!Object.hasOwn(TYPES, extname(name))) return null', ''],
  ]),
  removal('No listing of folders', `${WEB} › a folder is never listed`, [
    [STATIC, '(await stat(file)).isFile()', '(await stat(file)).size > 0'],
  ]),
  removal('Strict headers', `${WEB} › with the cookie the page is served, under strict headers`, [
    ['src/pipeline/host/web/answer.ts', "response.setHeader('X-Frame-Options', 'DENY')", ''],
  ]),
]
