import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { ROOT } from '../../tests/helpers/electron.ts'

export const FOLDER = join(ROOT, 'artefacts', 'screenshots')
export const SIZE = { width: 1280, height: 820 }

/** What is gone a moment later has no place on a picture. */
const PASSING = '.mantine-Notifications-root { display: none }'

/** Goes to a place by its address, and waits until nothing says that it is busy; `loading` does not wait. */
export async function visit(page: Page, place: string, { loading = false } = {}): Promise<void> {
  await page.evaluate(`location.hash = '#/${place}'`)
  await page.locator(`[data-testid="nav-${place.split('/')[0]}"][aria-current]`).waitFor()
  if (loading) return
  // A page that stays busy is shown as it is: that is to be seen too.
  const busy = page.locator('#content [aria-busy="true"], #content .mantine-Loader-root')
  await expect(busy)
    .toHaveCount(0, { timeout: 8000 })
    .catch(() => console.log(`${place} is still busy`))
}

export async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true })
  // The pointer shows a tooltip on whatever it lies.
  await page.mouse.move(0, 0)
  // Charts are drawn once their size is known.
  await page.waitForTimeout(250)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', style: PASSING })
  console.log(`${name}.png`)
}
