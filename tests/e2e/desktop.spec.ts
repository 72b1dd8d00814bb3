import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { electronSkipReason, launchStudio, type Studio } from '../helpers/electron.ts'

const reason = electronSkipReason()
test.skip(reason !== null, reason ?? '')

let folder: string
let studio: Studio
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cine-e2e-desktop-'))
  studio = await launchStudio({ folder })
  await studio.page.getByTestId('tour-skip').click()
})
test.afterAll(async () => {
  await studio?.close()
  await rm(folder, { recursive: true, force: true })
})

const FILMS = `id,title,audienceScore,tomatoMeter,releaseDateTheaters,runtimeMinutes,genre,originalLanguage,director,boxOffice
dropped,Dropped Here,80,90,2011-02-01,101,Drama,English,Ann Lee,$38.5M
`

test('a file that is dropped on the window is recognised by what is in it, and loaded', async () => {
  const { page } = studio
  const path = join(folder, 'dropped films.csv')
  await writeFile(path, FILMS)
  // Whatever the page, it is shown where files are chosen.
  await page.getByTestId('nav-settings').click()
  // A file of the disk, as the system hands it over: the page alone could make none with a path.
  await page.evaluate(`{
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'to-drop', hidden: true })
    document.body.append(input)
  }`)
  await page.locator('#to-drop').setInputFiles(path)
  const drag = (type: string) =>
    page.evaluate(`{
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(document.querySelector('#to-drop').files[0])
      const event = new DragEvent('${type}', { dataTransfer, bubbles: true, cancelable: true })
      document.querySelector('#content').dispatchEvent(event)
      event.defaultPrevented
    }`)
  // Else the window would open the file in the studio's place.
  expect(await drag('dragover')).toBe(true)
  await drag('drop')
  const chosen = page.getByTestId('chosen-file')
  await expect(chosen).toContainText('dropped films.csv')
  await expect(chosen).toContainText('Rotten Tomatoes')
  await page.getByTestId('run-pipeline').click()
  await expect(page.getByTestId('filter-count')).toHaveText(/^1 film/, { timeout: 90_000 })
})

test('the end of a long run is told by the system to who looks elsewhere, and brings the window back', async () => {
  const { app, page } = studio
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const told: { title: string; body: string; click(): void }[] = []
    Object.assign(globalThis, { told })
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      told.push({ title: this.title, body: this.body, click: () => void this.emit('click') })
    }
    for (const window of BrowserWindow.getAllWindows()) window.isFocused = () => false
  })
  await page.evaluate('document.hasFocus = () => false')
  await page.evaluate("localStorage.setItem('cine.tour', 'taken')")
  const pid = await page.evaluate<number>(`new Promise((resolve) => {
    window.cine.onMessage((message) => message.id === 'pid' && resolve(message.result.engine.pid))
    window.cine.post({ type: 'request', id: 'pid', method: 'lake.info', params: {} })
  })`)
  const path = join(folder, 'more films.csv')
  await writeFile(path, `${FILMS}other,Another,70,60,2012-02-01,99,Drama,English,Ann Lee,$1.5M\n`)
  const told = () =>
    app.evaluate(() =>
      (globalThis as unknown as { told: { title: string; body: string }[] }).told.map(({ title, body }) => [
        title,
        body,
      ]),
    )
  await page.evaluate(
    `window.cine.post({ type: 'request', id: 'run', method: 'pipeline.run', params: { files: [{ path: ${JSON.stringify(path)} }] } })`,
  )
  await expect(page.getByTestId('running-job')).toBeVisible()
  // A run of so few rows is over at once: its process is held, as a machine that has much to do holds it.
  process.kill(pid, 'SIGSTOP')
  await pause(11_000)
  process.kill(pid, 'SIGCONT')
  await expect.poll(told, { timeout: 90_000 }).toHaveLength(1)
  const [[title, body] = []] = await told()
  expect(title).toMatch(/\p{L}/u)
  expect(body).toMatch(/\p{L}/u)

  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.minimize()
    ;(globalThis as unknown as { told: { click(): void }[] }).told[0]?.click()
  })
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().every((each) => each.isVisible())),
    )
    .toBe(true)
})

test('with a key ring the token is kept in it, in no plain file, and taken out again', async () => {
  const { app, page } = studio
  // The machine of a test has no key ring: Electron's own scrambling stands in for one, under another name.
  await app.evaluate(({ safeStorage }) => {
    if (!safeStorage.isEncryptionAvailable()) safeStorage.setUsePlainTextEncryption(true)
    safeStorage.getSelectedStorageBackend = () => 'gnome_libsecret'
  })
  const secret = 'user:0123456789abcdef0123456789abcdef'
  await page.getByTestId('nav-settings').click()
  await page.reload()
  await page.getByTestId('kaggle-secret').fill(secret)
  await page.getByTestId('kaggle-keep').click()
  await expect(page.getByTestId('kaggle-forget')).toBeVisible()
  const kept = await app.evaluate(({ app: electron }) => electron.getPath('appData'))
  const file = await readFile(join(kept, 'cine-datalake-studio', 'kaggle.token'))
  expect(file.includes(secret)).toBe(false)
  // The engine was handed it, and says where it is from.
  await expect(page.getByTestId('kaggle-token')).not.toContainText('Aucun')
  await page.getByTestId('kaggle-forget').click()
  await expect(page.getByTestId('kaggle-forget')).toBeHidden()
  await expect(readFile(join(kept, 'cine-datalake-studio', 'kaggle.token'))).rejects.toThrow('ENOENT')
})
