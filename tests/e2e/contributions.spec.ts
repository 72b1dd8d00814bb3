import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { browserSkipReason, openWebStudio, runCine, type WebStudio } from '../helpers/web.ts'

const reason = browserSkipReason()
test.skip(reason !== null, reason ?? '')

let studio: WebStudio
test.beforeAll(async () => {
  studio = await openWebStudio(['demo', '--headless'])
  await enter(studio.page)
})
test.afterAll(() => studio?.close())

/** What the demo says of it, and what the whole world paid. */
const AT_HOME = 760_167_650
const WORLDWIDE = 2_923_706_026

async function enter(page: Page): Promise<void> {
  await page.evaluate("localStorage.setItem('cine.tour', 'taken')")
  await page.reload()
  await page.getByTestId('nav-contributions').click()
}

async function boxOffice(lake: string): Promise<unknown> {
  const { rows } = JSON.parse(await runCine(['films', '--search', 'avatar', '--json', '--lake', lake]))
  return rows.find(({ title }: { title: string }) => title === 'Avatar').box_office_usd
}

test('a corrected box office: the old value beside it, at once in the command and marked on the reports', async () => {
  const { page, lake } = studio
  expect(await boxOffice(lake)).toBe(AT_HOME)
  await page.getByTestId('film-search').fill('avatar')
  await page
    .getByRole('option', { name: /Avatar/ })
    .first()
    .click()
  await page.getByTestId('contribute-kind').locator('label').nth(1).click()
  const form = page.getByTestId('film-form')
  await expect(form).toContainText(/760.167.650/)
  await expect(page.getByTestId('film-save')).toBeDisabled()
  await page.getByTestId('edit-box-office').fill(String(WORLDWIDE))
  await page.getByTestId('contribute-author').fill('Camille')
  await form.getByLabel('Pourquoi').fill('Recette mondiale')
  await page.getByTestId('film-save').click()
  const line = page.getByTestId('contribution')
  await expect(line).toHaveCount(1)
  for (const told of [/760.167.650/, /2.923.706.026/, 'Camille', 'Recette mondiale'])
    await expect(line).toContainText(told)
  expect(await boxOffice(lake)).toBe(WORLDWIDE)

  await page.evaluate("location.hash = '#/reports/genres?from_year=2009&to_year=2009'")
  await expect(page.getByTestId('report-headline')).toBeVisible()
  // On both bars of each of its genres, and on no other.
  await expect(page.locator('text', { hasText: '◆' }).first()).toBeVisible()
  await page.evaluate("location.hash = '#/reports/genres?from_year=1990&to_year=1991'")
  await expect(page.locator('text', { hasText: '◆' })).toHaveCount(0)
})

test('the journal is handed over by the forms: exported, imported elsewhere, once', async () => {
  const { page } = studio
  await page.evaluate("location.hash = '#/contributions'")
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exporter le journal' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('contributions.json')
  const path = await file.path()
  expect(JSON.parse(await readFile(path, 'utf8')).entries).toHaveLength(1)

  const other = await openWebStudio(['demo', '--headless'])
  try {
    await enter(other.page)
    const input = other.page.locator('input[type=file]')
    for (const said of ['1 ligne ajoutée', '0 ligne ajoutée']) {
      await input.setInputFiles(path)
      await expect(other.page.locator('.mantine-Notification-root').last()).toContainText(said)
      await expect(other.page.getByTestId('contribution')).toHaveCount(1)
    }
    expect(await boxOffice(other.lake)).toBe(WORLDWIDE)

    const noJournal = join(other.lake, '..', 'no-journal.json')
    await writeFile(noJournal, 'not JSON')
    await input.setInputFiles(noJournal)
    await expect(other.page.locator('.mantine-Notification-root').last()).toContainText(
      'pas un journal exporté',
    )
    await expect(other.page.getByTestId('contribution')).toHaveCount(1)
  } finally {
    await other.close()
  }
})

test('undone and redone: the sources’ value comes back, then the corrected one', async () => {
  const { page, lake } = studio
  await page.evaluate("location.hash = '#/contributions'")
  await page.getByTestId('undo').click()
  await expect.poll(() => boxOffice(lake)).toBe(AT_HOME)
  await page.getByTestId('redo').click()
  await expect.poll(() => boxOffice(lake)).toBe(WORLDWIDE)
})
