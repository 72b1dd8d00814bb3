import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cine } from '../helpers/cine.ts'
import { toolsSkipReason } from '../helpers/cluster.ts'
import { tempLake } from '../helpers/lake.ts'

/** Where nothing answers: what a machine without a network sees, at once. */
const NOWHERE = 'http://127.0.0.1:9'
const reason = toolsSkipReason()

describe('cine doctor', () => {
  test('gives one document on a machine that has nothing', async () => {
    const folder = await tempLake()
    const run = await cine(['doctor', '--json'], {
      env: { PATH: folder, CINE_CACHE: folder, CINE_CLUSTER_HOME: folder },
    })
    expect(run.exitCode).toBe(0)
    expect(run.json()).toMatchObject({ ok: false, cluster: 'own' })
    expect(run.json().checks[1]).toMatchObject({ id: 'java', level: 'error', code: 'JAVA_MISSING' })
    const people = await cine(['doctor'], {
      env: { PATH: folder, CINE_CACHE: folder, CINE_CLUSTER_HOME: folder },
    })
    expect(people.stdout).toContain('Run: npx cine cluster install')
    expect(people.stdout).toContain('The local engine (`cine etl`) needs none of this.')
  })
})

describe.skipIf(reason)(`cine cluster install${reason ? ` (${reason})` : ''}`, () => {
  test('offline, says which registry could not be reached, and keeps nothing that looks installed', async () => {
    const folder = await tempLake()
    const m2 = join(folder, 'home', '.m2')
    await mkdir(m2, { recursive: true })
    const mirror = `<mirrors><mirror><id>here</id><mirrorOf>*</mirrorOf><url>${NOWHERE}/maven</url></mirror></mirrors>`
    await writeFile(join(m2, 'settings.xml'), `<settings>${mirror}</settings>`)
    const env = {
      CINE_CACHE: join(folder, 'cache'),
      MAVEN_OPTS: `-Duser.home=${join(folder, 'home')}`,
      PIP_INDEX_URL: `${NOWHERE}/simple`,
      PIP_RETRIES: '1',
      PIP_NO_INDEX: '',
      PIP_FIND_LINKS: '',
      PIP_CONFIG_FILE: '/dev/null',
    }
    const maven = await cine(['cluster', 'install', '--json'], { env })
    expect(maven.exitCode).toBe(1)
    expect(maven.json().error).toMatchObject({
      code: 'INSTALL_OFFLINE',
      message: expect.stringMatching(
        /^Maven could not reach its registry: Connection refused \(http:\/\/127\.0\.0\.1:9\/maven/,
      ),
      hint: expect.stringContaining('run `cine cluster install` again'),
    })
    // With a Hadoop of one's own, it is pip that is offline.
    await mkdir(join(folder, 'hadoop', 'bin'), { recursive: true })
    await writeFile(join(folder, 'hadoop', 'bin', 'hdfs'), '')
    const pip = await cine(['cluster', 'install', '--json'], {
      env: { ...env, HADOOP_HOME: join(folder, 'hadoop') },
    })
    expect(pip.json().error).toMatchObject({
      code: 'INSTALL_OFFLINE',
      message: expect.stringMatching(/^pip could not reach its registry: Errno 111 Connection refused/),
    })
    const checks = (await cine(['doctor', '--json'], { env })).json().checks
    for (const id of ['hadoop', 'spark'])
      expect(checks.find((each: { id: string }) => each.id === id).level).toBe('error')
    expect(existsSync(join(folder, 'cache', 'hadoop-3.5.0'))).toBe(false)
    // What is half done says so by its name, or has no stamp.
    for (const name of await readdir(join(folder, 'cache'))) {
      expect(existsSync(join(folder, 'cache', name, 'cine-install.json'))).toBe(false)
    }
  }, 120_000)
})
