import { homedir } from 'node:os'
import { join } from 'node:path'
import { argv } from 'node:process'
import { pathToFileURL } from 'node:url'

/** What is fetched once for a whole machine, whatever the clone. */
export function cacheFolder() {
  if (process.env.CINE_CACHE) return process.env.CINE_CACHE
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cine-datalake-studio')
}

/** True in the script that was started, false in one that is imported. */
export function isMain(url) {
  return argv[1] !== undefined && pathToFileURL(argv[1]).href === url
}
