import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { setLanguage } from '../../scripts/screenshots/appearance.ts'
import { seriousViolations } from '../helpers/axe.ts'
import { sharedData } from '../helpers/shared-data.ts'
import { browserSkipReason, openWebStudio, runCine, type WebStudio } from '../helpers/web.ts'

const reason = browserSkipReason()
test.skip(reason !== null, reason ?? '')

let folder: string
let studio: WebStudio
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cine-no-cluster-'))
  studio = await openWebStudio(
    async (lake) => void (await runCine(['ingest', '--from', sharedData('oscars'), '--lake', lake])),
    { CINE_CACHE: join(folder, 'cache'), CINE_CLUSTER_HOME: join(folder, 'cluster') },
  )
  await setLanguage(studio.page, 'en')
})
test.afterAll(async () => {
  await studio?.close()
  await rm(folder, { recursive: true, force: true })
})

test('without a cluster the local engine is offered, and gives the tables', async () => {
  const { page, lake, complaints } = studio
  const state = page.getByTestId('cluster-now-bar')
  await expect(state).toHaveText('Cluster not installed')
  await page.getByTestId('run-on-cluster').click()
  await expect(page.getByTestId('step-start_hdfs')).toHaveAttribute('data-state', 'failed')
  await expect(page.getByTestId('error-state')).toContainText(/HADOOP_MISSING|JAVA_MISSING/)
  // What failed is told by its own log as well.
  await page.getByTestId('log-start_hdfs').click()
  await expect(page.getByRole('log', { name: 'Log of the step Start HDFS' })).toContainText(
    /Error: .+\n.+Failed/,
  )
  await page.getByTestId('local-instead').click()
  await expect(page.getByTestId('job-notice')).toContainText('Published')
  await expect(page.getByTestId('step-transform')).toHaveAttribute('data-state', 'done')
  // Of another step, in the words of the window; the engine's own words for what it is at.
  await page.getByTestId('log-transform').click()
  const log = page.getByRole('log', { name: 'Log of the step Transform' })
  await expect(log).toContainText(/Running\n(.+\n)*.+core_films\n(.+\n)*.+Done$/)
  await expect(page.getByTestId('log-transform')).toHaveAttribute('aria-expanded', 'true')
  expect(await seriousViolations(page, '#content')).toEqual([])
  await setLanguage(page, 'fr')
  await expect(state).toHaveText('Cluster non installé')
  await expect(page.getByRole('log', { name: 'Journal de l’étape Transformer' })).toContainText(/En cours\n/)
  await page.getByTestId('log-transform').click()
  await expect(page.getByRole('log')).toHaveCount(0)
  await setLanguage(page, 'en')
  const { runs } = JSON.parse(await runCine(['runs', 'list', '--json', '--lake', lake]))
  expect(runs[0]).toMatchObject({ engine: 'local' })
  await state.click()
  await expect(page.getByTestId('check-hadoop')).toHaveAttribute('data-level', 'error')
  await expect(page.getByTestId('check-hadoop')).toContainText('npx cine cluster install')
  await expect(page.getByTestId('cluster-install')).toBeVisible()
  expect(complaints).toEqual([])
})
