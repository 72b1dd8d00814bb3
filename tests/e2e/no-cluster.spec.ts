import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { setLanguage } from '../../scripts/screenshots/appearance.ts'
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
  await page.getByTestId('run-on-cluster').click()
  await expect(page.getByTestId('step-start_hdfs')).toHaveAttribute('data-state', 'failed')
  await expect(page.getByTestId('error-state')).toContainText(/HADOOP_MISSING|JAVA_MISSING/)
  await page.getByTestId('local-instead').click()
  await expect(page.getByTestId('job-notice')).toContainText('Published')
  await expect(page.getByTestId('step-transform')).toHaveAttribute('data-state', 'done')
  const { runs } = JSON.parse(await runCine(['runs', 'list', '--json', '--lake', lake]))
  expect(runs[0]).toMatchObject({ engine: 'local' })
  await page.getByTestId('nav-cluster').click()
  await expect(page.getByTestId('check-hadoop')).toHaveAttribute('data-level', 'error')
  await expect(page.getByTestId('check-hadoop')).toContainText('npx cine cluster install')
  await expect(page.getByTestId('cluster-install')).toBeVisible()
  expect(complaints).toEqual([])
})
