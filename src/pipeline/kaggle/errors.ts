import { CineError, type CineErrorOptions, toCineError } from '../errors.ts'

/** A failure that may pass: the request is tried again. */
export class Passing extends Error {
  readonly failure: CineError
  /** How long the server asked to wait. */
  readonly waitMs: number | null

  constructor(failure: CineError, waitMs: number | null = null) {
    super(failure.message, { cause: failure.cause })
    this.failure = failure
    this.waitMs = waitMs
  }
}

export interface Asked {
  /** `OWNER/DATASET`. */
  dataset: string
  /** Where credentials were found; null when none were sent. */
  credentials: string | null
  /** Host that answered or was to answer: never a whole address, which may hold a signature. */
  host: string
}

const LOGIN =
  'run `kaggle login` (`kaggle auth login`), or create a token in your settings on kaggle.com and set KAGGLE_API_TOKEN'

const make = (code: string, message: string, hint: string, asked: Asked, more: CineErrorOptions = {}) =>
  new CineError(code, message, { hint, ...more, details: { ...asked, ...more.details } })

/** What an answer other than 200 and 206 means, in words; `Passing` when it may pass. */
export function statusError(status: number, waitMs: number | null, asked: Asked): CineError | Passing {
  const { dataset, credentials, host } = asked
  const details = { details: { status } }
  if (status === 401)
    return make(
      'KAGGLE_UNAUTHORISED',
      credentials
        ? `Kaggle does not accept the credentials of ${credentials}.`
        : `Kaggle wants to know who asks for ${dataset}, and there is no token.`,
      credentials ? `They may have expired: ${LOGIN}.` : `${capital(LOGIN)}.`,
      asked,
      details,
    )
  if (status === 403)
    return make(
      'KAGGLE_FORBIDDEN',
      `Kaggle does not let ${credentials ? 'you' : 'someone unknown'} download ${dataset}.`,
      credentials
        ? `Open https://www.kaggle.com/datasets/${dataset} and accept its terms (a private one must be shared with you), then try again.`
        : `${capital(LOGIN)}; then accept the terms on https://www.kaggle.com/datasets/${dataset} if it has some.`,
      asked,
      details,
    )
  if (status === 404)
    return make(
      'KAGGLE_NOT_FOUND',
      `Kaggle knows no dataset ${dataset}.`,
      'Check OWNER/DATASET against the address of its page; a private one needs the token of someone it is shared with.',
      asked,
      details,
    )
  if (status === 429)
    return new Passing(
      make(
        'KAGGLE_TOO_MANY_REQUESTS',
        `Kaggle has had too many requests from you, and still refuses ${dataset}.`,
        'Wait some minutes, then run the same command again: it goes on where it stopped.',
        asked,
        details,
      ),
      waitMs,
    )
  if (status >= 500 || status === 408)
    return new Passing(
      make(
        'KAGGLE_UNAVAILABLE',
        `${host} fails (${status}), again and again.`,
        'It is on their side: run the same command later, it goes on where it stopped.',
        asked,
        details,
      ),
      waitMs,
    )
  return make(
    'KAGGLE_UNEXPECTED_ANSWER',
    `${host} gave an answer for ${dataset} that is not understood (${status}).`,
    'Download it in a browser and land the archive: cine ingest FILE.zip',
    asked,
    details,
  )
}

const TLS = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH)/

/** A request that failed without an answer, or in its midst. */
export function networkError(error: unknown, asked: Asked): CineError | Passing {
  const code = causeCode(error)
  const { host, dataset } = asked
  if (TLS.test(code))
    return make(
      'KAGGLE_TLS',
      `The connection to ${host} is not to be trusted (${code}).`,
      'Check the clock of this machine; behind a company proxy, name its certificate in NODE_EXTRA_CA_CERTS.',
      asked,
      { cause: error },
    )
  // Of this machine, not of the network.
  if (/^(ENOSPC|EACCES|EPERM|EROFS|EDQUOT|EIO)$/.test(code)) return toCineError(error)
  return new Passing(
    make(
      'KAGGLE_OFFLINE',
      `${host} cannot be reached${code ? ` (${code})` : ''}: ${dataset} was not downloaded.`,
      'Check the network (a proxy: HTTPS_PROXY and NODE_USE_ENV_PROXY=1), then run the same command again: it goes on where it stopped.',
      asked,
      { cause: error },
    ),
  )
}

export function silentError(timeoutMs: number, asked: Asked): Passing {
  const message = `${asked.host} said nothing for ${timeoutMs / 1000} s: ${asked.dataset} was not downloaded.`
  return new Passing(
    make('KAGGLE_OFFLINE', message, 'Run the same command again: it goes on where it stopped.', asked),
  )
}

/** What arrived is not what was sent. */
export function brokenDownload(what: string, asked: Asked): CineError {
  return make(
    'KAGGLE_BROKEN_DOWNLOAD',
    `The download of ${asked.dataset} is broken: ${what}.`,
    'Run the same command again; if it stays so, download it in a browser and land the archive.',
    asked,
  )
}

export function notAnArchive(what: string, asked: Asked): CineError {
  return make(
    'KAGGLE_NOT_AN_ARCHIVE',
    `${asked.host} sent ${what} instead of the archive of ${asked.dataset}.`,
    `${capital(LOGIN)}; or download it in a browser and land the archive.`,
    asked,
  )
}

export function badRedirect(what: string, asked: Asked): CineError {
  return make(
    'KAGGLE_REDIRECT',
    `${asked.host} sends the request for ${asked.dataset} ${what}.`,
    'Check CINE_KAGGLE_URL and the proxy; or download it in a browser and land the archive.',
    asked,
  )
}

function causeCode(error: unknown): string {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth++)
    if ('code' in each && typeof each.code === 'string') return each.code
  return ''
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
