import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { setLanguage } from '../../scripts/screenshots/appearance.ts'
import { seriousViolations } from '../helpers/axe.ts'
import { browserSkipReason, openWebStudio, runCine, type WebStudio } from '../helpers/web.ts'

const reason = browserSkipReason()
test.skip(reason !== null, reason ?? '')

const RT = `id,title,audienceScore,tomatoMeter,releaseDateTheaters,runtimeMinutes,genre,director,boxOffice
alone,Alone,60,70,2015-06-01,90,Drama,,
`
const IMDB = `Title,Year,imdbRating,imdbID,Runtime,Genre,Director,Actors,BoxOffice,tomatoURL,Ratings.Source
Alone,2015,7,tt0000001,90 min,Drama,,,N/A,,
Alone,2015,6,tt0000002,90 min,Drama,,,N/A,,
`

let studio: WebStudio
test.beforeAll(async () => {
  studio = await openWebStudio(async (lake, folder) => {
    await writeFile(join(folder, 'rt.csv'), RT)
    await writeFile(join(folder, 'imdb.csv'), IMDB)
    await runCine(['pipeline', '--from', folder, '--lake', lake])
  })
  await setLanguage(studio.page, 'fr')
})
test.afterAll(async () => {
  await studio?.close()
})

test('an ambiguous pair is settled by hand, applied by the pipeline, and stands in the journal', async () => {
  const { page, lake } = studio
  await page.getByTestId('nav-quality').click()
  await page.getByTestId('quality-matching').click()
  const pairs = page.getByTestId('ambiguous-pair')
  await expect(pairs).toHaveCount(2)
  expect(await seriousViolations(page, '#content')).toEqual([])

  const second = pairs.filter({ hasText: 'tt0000002' })
  await second.getByTestId('settle-same').click()
  await expect(second.getByTestId('decision')).toHaveText('Même film')
  await expect(page.getByTestId('decisions-wait')).toContainText('1 décision attend')
  expect(await seriousViolations(page, '#content')).toEqual([])

  await page.getByTestId('decisions-apply').click()
  await expect
    .poll(async () => JSON.parse(await runCine(['films', '--json', '--lake', lake])).rows, {
      timeout: 30_000,
    })
    .toContainEqual(expect.objectContaining({ film_id: 'tt0000002', rt_id: 'alone', match_method: 'hand' }))

  await page.getByTestId('nav-contributions').click()
  const line = page.getByTestId('contribution')
  await expect(line).toContainText('Rapprochement : Alone (2015)')
  await expect(line).toContainText('C’est le même film que Alone')
  await page.getByTestId('undo').click()
  await expect(line).toContainText('Annulée')
})
