import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { execa } from 'execa'
import { complaintsOf, ROOT } from './electron.ts'

const BROWSER = process.env.CINE_E2E_BROWSER || process.env.CHROME_PATH || '/usr/bin/chromium'

/** Why there is no browser to test in, or null when there is. Said by `npm test`. */
export function browserSkipReason(): string | null {
  if (process.env.CINE_E2E_BROWSER_SKIP) return process.env.CINE_E2E_BROWSER_SKIP
  return existsSync(BROWSER) ? null : `no Chromium at ${BROWSER}: set CHROME_PATH`
}

export interface WebStudio {
  browser: Browser
  page: Page
  lake: string
  /** The link that was printed; used up by `page`. */
  url: string
  complaints: string[]
  close(): Promise<void>
}

/**
 * Runs `cine dashboard --web` on an empty lake and opens its link in a real Chromium.
 * @param prepare what is done to the lake before: a command such as `['demo', '--headless']`, or more
 * @param env what the command is told besides
 */
export async function openWebStudio(
  prepare: string[] | ((lake: string, folder: string) => Promise<void>) = [],
  env: Record<string, string> = {},
): Promise<WebStudio> {
  const folder = await mkdtemp(join(tmpdir(), 'cine-e2e-'))
  const lake = join(folder, 'lake')
  if (typeof prepare === 'function') await prepare(lake, folder)
  else if (prepare.length > 0) await runCine([...prepare, '--lake', lake])
  const server = await startDashboard(lake, env)
  const browser = await chromium.launch({ executablePath: BROWSER })
  // A context of its own, not the one a page brings along: axe opens a page beside it.
  const context = await browser.newContext({ viewport: { width: 1280, height: 820 } })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await page.goto(server.url)
  return {
    browser,
    page,
    lake,
    url: server.url,
    complaints,
    close: async () => {
      await browser.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Runs the command to its end; what it says on its standard output. */
export async function runCine(args: string[], env: Record<string, string> = {}): Promise<string> {
  const told = { ...env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined }
  return (await execa(process.execPath, [join(ROOT, 'bin', 'cine.mjs'), ...args], { env: told })).stdout
}

async function startDashboard(
  lake: string,
  env: Record<string, string>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const cine = execa(
    process.execPath,
    [join(ROOT, 'bin', 'cine.mjs'), 'dashboard', '--web', '--json', '--lake', lake],
    // With a display it would open the link, which is good once, in a browser of its own.
    {
      env: { ...env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined },
      reject: false,
      stderr: 'inherit',
      stdin: 'ignore',
    },
  )
  const stop = async () => {
    cine.kill('SIGINT')
    await cine
  }
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    cine.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      const link = urlIn(said)
      if (link) resolve(link)
    })
    cine.stdout.once('end', () => reject(new Error(`cine dashboard --web ended without a link: ${said}`)))
  })
  return { url, stop }
}

function urlIn(json: string): string | null {
  try {
    return JSON.parse(json).url
  } catch {
    return null
  }
}
