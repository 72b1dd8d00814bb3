import type { Film } from '../../../../pipeline/api.ts'

/** The sites that the desktop application opens in the user's browser (`main/external-links.ts` decides). */
const SITES = ['www.imdb.com', 'www.rottentomatoes.com']

/** The film's pages on the sites it comes from, by its ids. */
export function filmLinks({ imdb_id, rt_id }: Film): { site: string; url: string }[] {
  return [
    ...(imdb_id && /^tt\d+$/.test(imdb_id)
      ? [{ site: 'IMDb', url: `https://www.imdb.com/title/${imdb_id}/` }]
      : []),
    ...(rt_id
      ? [{ site: 'Rotten Tomatoes', url: `https://www.rottentomatoes.com/m/${encodeURIComponent(rt_id)}` }]
      : []),
  ]
}

/** An address out of a file as a link: none but the web's, and in the desktop application only known sites. */
export function safeLink(address: string | null, isDesktop: boolean): string | null {
  if (address === null) return null
  try {
    const url = new URL(address)
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
    return !isDesktop || (url.protocol === 'https:' && SITES.includes(url.host)) ? url.href : null
  } catch {
    return null
  }
}
