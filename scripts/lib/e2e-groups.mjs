import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { describeTestElectron, fetchTestElectron } from '../fetch-test-electron.mjs'

const run = promisify(execFile)

const INSTALL_ELECTRON =
  'sudo apt-get update && sudo apt-get install -y xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1 fonts-dejavu'
const INSTALL_BROWSER = 'sudo apt-get update && sudo apt-get install -y chromium fonts-dejavu'
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * @typedef {object} Group
 * @property {string} line what was found, for the terminal
 * @property {string} [executable]
 * @property {string} [reason] why its tests cannot run here
 * @property {string} [install] the one command that changes that
 * @property {boolean} [xvfb] whether a display must be made for it
 */

/** What the Electron tests need: the pinned test Electron, its libraries, a display. @returns {Promise<Group>} */
export async function electronGroup() {
  if (process.env.CINE_TEST_ELECTRON === '0')
    return skip('electron', 'declined by CINE_TEST_ELECTRON=0', 'unset CINE_TEST_ELECTRON')
  let fetched
  try {
    fetched = await fetchTestElectron()
  } catch (error) {
    const reason = `the test Electron could not be fetched: ${error.message.split('\n')[0]}`
    return skip('electron', reason, 'node scripts/fetch-test-electron.mjs')
  }
  const missing = await missingLibraries(fetched.executable)
  if (missing.length > 0)
    return skip('electron', `missing libraries: ${missing.join(', ')}`, INSTALL_ELECTRON)
  const xvfb = !process.env.DISPLAY
  if (xvfb && !(onPath('xvfb-run') && onPath('xauth')))
    return skip('electron', 'no display, and no xvfb-run and xauth to make one', INSTALL_ELECTRON)
  return { line: describeTestElectron(fetched), executable: fetched.executable, xvfb }
}

/** What the browser tests need: a Chromium. @returns {Promise<Group>} */
export async function browserGroup() {
  const executable = process.env.CHROME_PATH || BROWSERS.map(onPath).find(Boolean)
  if (!executable || !existsSync(executable)) return skip('browser', 'no Chromium found', INSTALL_BROWSER)
  return { line: `browser: ${executable}`, executable }
}

function skip(name, reason, install) {
  return { line: `${name}: skipped: ${reason}`, reason, install }
}

async function missingLibraries(executable) {
  const { stdout } = await run('ldd', [executable]).catch(() => ({ stdout: '' }))
  return stdout
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0])
}

function onPath(program) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file))
}
