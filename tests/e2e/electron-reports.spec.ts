import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { electronSkipReason, launchStudio, type Studio } from '../helpers/electron.ts'
import { runDemo } from './main-path.ts'

const reason = electronSkipReason()
test.skip(reason !== null, reason ?? '')

let studio: Studio
test.beforeAll(async () => {
  studio = await launchStudio()
})
test.afterAll(async () => {
  await studio?.close()
})

test('a report is a PDF where the person says, and nowhere else', async () => {
  const { app, page, folder, complaints } = studio
  await runDemo(page)
  const path = join(folder, 'report.pdf')
  await page.evaluate("location.hash = '#/reports/timeline'")
  await expect(page.getByTestId('report-view-timeline')).toBeVisible()
  await app.evaluate(({ dialog }, filePath) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    Object.assign(dialog, {
      showSaveDialog: async (_window: unknown, { defaultPath }: { defaultPath: string }) => {
        asked.push(defaultPath)
        return { canceled: asked.length > 1, filePath: asked.length > 1 ? '' : filePath }
      },
    })
  }, path)
  await page.getByTestId('report-export').click()
  await page.getByTestId('export-pdf').click()
  await expect
    .poll(() =>
      readFile(path).then(
        (data) => data.subarray(0, 5).toString(),
        () => '',
      ),
    )
    .toBe('%PDF-')
  const [proposed] = await app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
  expect(proposed).toMatch(/timeline_\d{8}T\d{6}Z-\w+_[^/]+\.pdf$/)
  expect(await page.evaluate("window.cine.savePdf('../../x')")).toBeNull()
  expect(complaints).toEqual([])
})

test('drawings and numbers are saved by the desktop too', async () => {
  const { app, page, folder, complaints } = studio
  await page.evaluate("location.hash = '#/reports/genres'")
  await expect(page.getByTestId('report-view-genres')).toBeVisible()
  await app.evaluate(({ session }, target) => {
    session.defaultSession.on('will-download', (_event, item) =>
      item.setSavePath(`${target}/saved.${item.getFilename().split('.').at(-1)}`),
    )
  }, folder)
  const starts = { svg: '<svg', png: '\u0089PNG', csv: 'genre,n,' }
  for (const [extension, start] of Object.entries(starts)) {
    await page.getByTestId('report-export').click()
    await page.getByTestId(extension === 'csv' ? 'export-csv-genres' : `export-${extension}`).click()
    const saved = () =>
      readFile(join(folder, `saved.${extension}`)).then(
        (data) => data.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''),
        () => '',
      )
    await expect.poll(async () => (await saved()).slice(0, start.length)).toBe(start)
  }
  expect(complaints).toEqual([])
})
