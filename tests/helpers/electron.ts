import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

export const ROOT = dirname(dirname(import.meta.dirname))

/** Why there is no Electron to test in, or null when there is. Said by `npm test`. */
export function electronSkipReason(): string | null {
  if (process.env.CINE_E2E_ELECTRON_SKIP) return process.env.CINE_E2E_ELECTRON_SKIP
  return existsSync(electronExecutable())
    ? null
    : 'no test Electron: run node scripts/fetch-test-electron.mjs'
}

/** The one `npm test` fetched, or the one a developer names. */
function electronExecutable(): string {
  const { CINE_E2E_ELECTRON, ELECTRON_OVERRIDE_DIST_PATH, CINE_CACHE, XDG_CACHE_HOME } = process.env
  if (CINE_E2E_ELECTRON) return CINE_E2E_ELECTRON
  if (ELECTRON_OVERRIDE_DIST_PATH) return join(ELECTRON_OVERRIDE_DIST_PATH, 'electron')
  const cache = CINE_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'cine-datalake-studio')
  return join(cache, 'test-electron-33.4.11', 'electron')
}

const LAUNCH_MS = 45_000

export interface Studio {
  app: ElectronApplication
  page: Page
  lake: string
  /** Removed in the end; the lake and the profile are in it. */
  folder: string
  /** What the page complained of: console errors and uncaught exceptions. */
  complaints: string[]
  close(): Promise<void>
}

export interface LaunchOptions {
  env?: Record<string, string>
  /** What is done to the lake before. */
  prepare?: (lake: string, folder: string) => Promise<void>
  /** Those of a studio before, which is then started again; they stay the caller's. */
  folder?: string
  lake?: string
}

/** Starts the built desktop application on an empty lake, with a profile of its own. */
export async function launchStudio(options: LaunchOptions = {}): Promise<Studio> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'cine-e2e-')))
  const lake = options.lake ?? join(folder, 'lake')
  await options.prepare?.(lake, folder)
  // Chromium's own sandbox cannot start as root; the page's stays on as far as Electron can tell.
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const start = () =>
    _electron.launch({
      executablePath: electronExecutable(),
      args: [...switches, ROOT, '--lake', lake],
      env: { ...stringsOf(process.env), XDG_CONFIG_HOME: join(folder, 'config'), ...options.env },
      timeout: LAUNCH_MS,
    })
  // Now and then, on a machine that has much to do, Electron's debugger does not answer the first time.
  const app = await start().catch(start)
  const page = await app.firstWindow()
  const complaints = complaintsOf(page)
  return {
    app,
    page,
    lake,
    folder,
    complaints,
    close: async () => {
      await app.close()
      if (!options.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return complaints
}

function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}
