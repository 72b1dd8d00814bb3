import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { setLanguage, setTheme } from '../../scripts/screenshots/appearance.ts'
import { seriousViolations } from '../helpers/axe.ts'
import { clusterProcesses, clusterSkipReason, openClusterHome } from '../helpers/cluster-home.ts'
import { sharedData } from '../helpers/shared-data.ts'
import { browserSkipReason, openWebStudio, runCine, type WebStudio } from '../helpers/web.ts'

const reason = browserSkipReason() ?? clusterSkipReason()
test.skip(reason !== null, reason ?? '')
test.describe.configure({ mode: 'serial' })

/** A daemon on a busy machine. */
const SLOW = { timeout: 120_000 }
const LEFT = 'application_1700000000000_0001'

let cluster: Awaited<ReturnType<typeof openClusterHome>>
let studio: WebStudio
test.beforeAll(async () => {
  // Another test may have its cluster now.
  test.setTimeout(900_000)
  cluster = await openClusterHome()
  studio = await openWebStudio(
    async (lake) => void (await runCine(['ingest', '--from', sharedData('oscars'), '--lake', lake])),
    cluster.env,
  )
  await setLanguage(studio.page, 'en')
  await setTheme(studio.page, 'light')
  await studio.page.getByTestId('nav-cluster').click()
})
test.afterAll(async () => {
  await studio?.close()
  await cluster?.close()
})
test.afterEach(async () => {
  expect(studio.complaints.splice(0)).toEqual([])
})

const json = async (...args: string[]) => JSON.parse(await runCine([...args, '--json'], cluster.env))
const section = (page: Page, name: string) => page.getByTestId(`cluster-${name}`).click()

async function noSeriousProblem(page: Page, within = '#content'): Promise<void> {
  const serious = await seriousViolations(page, within)
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('stopped: what it needs as by the command, and what to do next', async () => {
  const { page } = studio
  await expect(page.getByTestId('cluster-now')).toHaveAttribute('data-state', 'stopped')
  await expect(page.getByTestId('cluster-now-bar')).toHaveAttribute('data-state', 'stopped')
  const report = await json('doctor')
  for (const { id, level } of report.checks)
    await expect(page.getByTestId(`check-${id}`)).toHaveAttribute('data-level', level)
  await expect(page.getByTestId('check-java')).toContainText(
    report.checks.find(({ id }: { id: string }) => id === 'java').details.version,
  )
  await noSeriousProblem(page)
  await section(page, 'files')
  await expect(page.getByText('HDFS does not run')).toBeVisible()
  await section(page, 'applications')
  await expect(page.getByText('YARN does not run')).toBeVisible()
})

test('started by its button, live: every daemon with its process and its log', async () => {
  const { page } = studio
  await section(page, 'state')
  await page.getByTestId('cluster-up').click()
  await expect(page.getByTestId('cluster-job')).toContainText('Safe mode')
  await expect(page.getByTestId('cluster-now-bar')).toHaveAttribute('data-state', 'busy')
  await expect(page.getByTestId('cluster-now')).toHaveAttribute('data-state', 'running', SLOW)
  await expect(page.getByTestId('cluster-job-end')).toContainText('Starting the cluster: done in')
  await expect(page.getByTestId('cluster-now-bar')).toHaveText('Cluster running')
  const { daemons, default_fs } = await json('cluster', 'status')
  for (const { name, pid } of daemons) {
    await expect(page.getByTestId(`daemon-${name}`)).toHaveAttribute('data-state', 'running')
    await expect(page.getByTestId(`daemon-${name}`)).toContainText(String(pid))
  }
  await expect(page.getByTestId('hdfs-figures')).toContainText(default_fs)
  await expect(page.getByTestId('yarn-figures')).toContainText('0 used of')
  await noSeriousProblem(page)
  await page.getByTestId('log-resourcemanager').click()
  await expect(page.getByRole('log')).toContainText('STARTUP_MSG')
  await noSeriousProblem(page, '[role=dialog]')
  await page.keyboard.press('Escape')
})

test('the raw files are sent, gone through, fetched, and removed once that is confirmed', async () => {
  const { page } = studio
  await section(page, 'files')
  await page.getByTestId('push').click()
  await expect(page.getByTestId('cluster-job-end')).toContainText('Sending to HDFS: done in', SLOW)
  const table = page.getByTestId('files-table')
  await table.getByRole('button', { name: 'raw', exact: true }).click()
  await table.getByRole('button', { name: 'oscars', exact: true }).click()
  await expect(page.getByTestId('crumbs')).toHaveText('hdfs:/datalake/raw/oscars')
  const { entries } = await json('cluster', 'ls', '/datalake/raw/oscars')
  await expect(table.locator('tbody tr')).toHaveCount(entries.length)
  await noSeriousProblem(page)

  const folder = join(cluster.home, 'got')
  await page.getByTestId('download-folder').fill(folder)
  await page.getByRole('button', { name: `Copy ${entries[0].name} to this machine` }).click()
  await expect(page.getByTestId('cluster-job-end')).toContainText('Fetching from HDFS: done in', SLOW)

  await page.getByRole('button', { name: `Remove ${entries[0].name}` }).click()
  await expect(page.getByRole('dialog')).toContainText(entries[0].path)
  await page.getByRole('button', { name: 'Cancel' }).click()
  expect((await json('cluster', 'ls', '/datalake/raw/oscars')).entries).toHaveLength(entries.length)
  await page.getByRole('button', { name: `Remove ${entries[0].name}` }).click()
  await page.getByTestId('confirm').click()
  await expect(page.getByText('This folder is empty.')).toBeVisible()
  expect((await json('cluster', 'ls', '/datalake/raw/oscars')).entries).toEqual([])
})

test('what is left behind is listed, chosen, confirmed, removed', async () => {
  const { page } = studio
  const logs = join(cluster.home, 'yarn', 'logs')
  for (const name of [LEFT, `${LEFT}2`]) {
    await mkdir(join(logs, name), { recursive: true })
    await writeFile(join(logs, name, 'stderr'), 'x'.repeat(1234))
  }
  await section(page, 'tidy')
  const rows = page.getByTestId('tidy-table').locator('tbody tr')
  await expect(rows).toHaveCount(2)
  await rows.nth(1).getByRole('checkbox').uncheck()
  await page.getByTestId('tidy-remove').click()
  await expect(page.getByRole('dialog')).toContainText('1 item will be removed (1.2')
  await noSeriousProblem(page, '[role=dialog]')
  await page.getByTestId('confirm').click()
  await expect(rows).toHaveCount(1)
  await noSeriousProblem(page)
  const { items } = await json('cluster', 'purge')
  expect(items.map(({ path }: { path: string }) => path)).toEqual([join(logs, `${LEFT}2`)])

  await section(page, 'applications')
  await expect(page.getByText('YARN runs nothing')).toBeVisible()
})

test('the pipeline on Spark goes by its seven steps, and its Cancel ends the application', async () => {
  test.setTimeout(600_000)
  const { page, lake } = studio
  await page.getByTestId('nav-home').click()
  await page.getByTestId('run-on-cluster').click()
  await expect(page.getByRole('list', { name: 'Steps of the pipeline' }).getByRole('listitem')).toHaveCount(7)
  const STEPS = ['start_hdfs', 'receive', 'safe_mode', 'push']
  for (const step of STEPS)
    await expect(page.getByTestId(`step-${step}`)).toHaveAttribute('data-state', /done|unchanged/, SLOW)
  await expect(page.getByTestId('step-spark_run')).toHaveAttribute('data-state', 'running', SLOW)
  const running = async () => (await json('cluster', 'apps', '--open')).applications.length
  await expect.poll(running, { timeout: 300_000 }).toBe(1)
  await page.getByTestId('log-push').click()
  await expect(page.getByRole('log')).toContainText(/was sent to hdfs:/)
  await page.getByTestId('log-spark_run').click()
  await expect(page.getByRole('log')).toContainText('YARN: ACCEPTED', SLOW)
  await noSeriousProblem(page, '[data-steps], #step-log')
  await page.getByTestId('cancel-run').click()
  await expect(page.getByTestId('job-notice')).toContainText('Cancelled. The lake is as it was before.', SLOW)
  expect(await running()).toBe(0)
  expect((await runCine(['runs', 'list', '--json', '--lake', lake])).includes('"current"')).toBe(false)
  await page.getByTestId('cluster-now-bar').click()
  await section(page, 'applications')
  const row = page.getByTestId('apps-table').locator('tbody tr').first()
  await expect(row).not.toHaveAttribute('data-state', /running|waiting/)
  await row.getByRole('button').click()
  await expect(page.getByTestId('application')).toBeVisible()
  await noSeriousProblem(page, '[role=dialog]')
  await page.keyboard.press('Escape')
})

test('in French and in the dark as well; stopped by its button, no process is left', async () => {
  const { page } = studio
  await setLanguage(page, 'fr')
  await setTheme(page, 'dark')
  await section(page, 'state')
  await expect(page.getByTestId('check-java')).toContainText('trouvé dans le PATH')
  await noSeriousProblem(page)
  await page.getByTestId('cluster-down').click()
  await expect(page.getByTestId('cluster-now')).toHaveAttribute('data-state', 'stopped', SLOW)
  await expect(page.getByTestId('cluster-now-bar')).toHaveText('Cluster arrêté')
  await expect(page.getByTestId('cluster-job-end')).toContainText('Arrêt du cluster : terminé en')
  expect(await clusterProcesses(cluster.home)).toEqual([])
})
