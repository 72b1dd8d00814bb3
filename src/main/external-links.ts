/** The sites whose pages about films may be opened in the user's browser: a closed list, by https only. */
const SITES = ['www.imdb.com', 'www.rottentomatoes.com']

export function isKnownSite(address: string): boolean {
  try {
    const url = new URL(address)
    const isPlain = url.username === '' && url.password === '' && url.port === ''
    return url.protocol === 'https:' && isPlain && SITES.includes(url.hostname)
  } catch {
    return false
  }
}
