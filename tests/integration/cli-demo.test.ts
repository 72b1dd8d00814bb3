import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cine } from '../helpers/cine.ts'
import { tempLake } from '../helpers/lake.ts'
import { sharedData } from '../helpers/shared-data.ts'

const MOVIES = sharedData('clapper', 'Movies_2000.csv.gz')

describe('cine demo', () => {
  test('publishes every film of the dataset, matched both ways, and answers with one document', async () => {
    const lake = await tempLake()
    const demo = await cine(['demo', '--headless', '--lake', lake, '--json'])
    expect(demo.exitCode).toBe(0)
    const { pipeline, reports } = demo.json()
    expect(pipeline.ingestions.map((each: { status: string }) => each.status)).toEqual(
      Array(3).fill('completed'),
    )
    expect(pipeline.run).toMatchObject({
      status: 'published',
      tables: { films: { rows: 3201 }, reviews: { rows: 2357 }, rejects: { rows: 0 } },
    })
    for (const { rows_in, rows_out, rejected, merged } of pipeline.run.balance)
      expect({ rows_out, rejected, merged }).toEqual({ rows_out: rows_in, rejected: 0, merged: 0 })
    expect(reports.correlation).toMatchObject({ n: 2260, left_out: 941 })
    expect(reports.correlation.pearson_r).toBeGreaterThan(0.5)
    expect(reports.timeline.buckets[0].year).toBe(1915)
    expect(reports.genres.genres.length).toBeGreaterThan(10)
    expect(reports.talents.talents.length).toBeGreaterThan(0)

    const sql = 'SELECT match_method AS how, count(*) AS n FROM films GROUP BY 1 ORDER BY 1'
    const matched = (await cine(['sql', sql, '--lake', lake, '--json'])).json()
    expect(matched.rows).toEqual([
      { how: 'none', n: 941 },
      { how: 'title_year', n: expect.any(Number) },
      { how: 'url', n: expect.any(Number) },
    ])
    const money = "SELECT box_office_usd AS usd FROM films WHERE title = '300'"
    expect((await cine(['sql', money, '--lake', lake, '--json'])).json().rows).toEqual([{ usd: 210_614_939 }])

    const again = await cine(['demo', '--headless', '--lake', lake, '--json'])
    expect(again.json().pipeline.run.status).toBe('unchanged')
  })

  test('tells people the four headlines, that the reviews are made up, and how to open it', async () => {
    const lake = await tempLake()
    const { exitCode, stdout } = await cine(['demo', '--lake', lake])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^Critics and audience: r = 0\.\d{3}, R² = 0\.\d{3} over 2,260 films/m)
    expect(stdout).toMatch(/^Timeline: 1915–2011 by year; most films in \d{4} \(\d+\); .*\$[\d.]+B/m)
    expect(stdout).toMatch(/^Genres and running times: \d+ genres; longest median .+, \d+ min; /m)
    expect(stdout).toMatch(/^Talents: .+ \(director\) leads with \$[\d.]+B over \d+ films/m)
    expect(stdout).toContain('the reviews are made up')
    expect(stdout).toContain(`npx cine dashboard --web --lake "${lake}"`)
  })

  test('is never mixed with data of one’s own', async () => {
    const folder = await tempLake()
    await cine(['ingest', MOVIES], { cwd: folder })
    const refused = await cine(['demo', '--headless', '--lake', 'data', '--json'], { cwd: folder })
    expect(refused.exitCode).toBe(1)
    expect(refused.json().error.code).toBe('DEMO_MIXED_LAKE')
    const beside = await cine(['demo', '--headless', '--json'], { cwd: folder })
    expect(beside.exitCode).toBe(0)
    expect(beside.json().lake).toBe(join(folder, 'data-demo'))
    expect(beside.stderr).toContain('holds data of yours')
    expect(existsSync(join(folder, 'data-demo', 'curated', 'CURRENT.json'))).toBe(true)
  })
})
