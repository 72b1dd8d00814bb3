import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addressesOf, isLocalHost } from '../../../src/pipeline/cluster/conf/addresses.ts'
import { confOf, propertiesOf, readConf } from '../../../src/pipeline/cluster/conf/read.ts'
import { resolveTarget } from '../../../src/pipeline/cluster/target.ts'
import { tempLake } from '../../helpers/lake.ts'

const conf = (settings: Record<string, string>, env: NodeJS.ProcessEnv = {}) =>
  confOf(new Map(Object.entries(settings)), env)
/** A variable, as Hadoop writes it. */
const ref = (name: string) => `$\u007b${name}}`
const site = (settings: Record<string, string>) =>
  `<?xml version="1.0"?><configuration>${Object.entries(settings)
    .map(([name, value]) => `<property><name>${name}</name><value>${value}</value></property>`)
    .join('')}</configuration>`

describe('settings of Hadoop', () => {
  test('are read as Hadoop does: comments, blanks, entities, the last of a name', () => {
    const text = `<?xml version="1.0"?>
      <!-- <property><name>a</name><value>commented</value></property> -->
      <configuration>
        <property> <name> a </name> <value> 1 </value> <final>true</final> </property>
        <property><name>b</name><value>x &amp; y</value><description>…</description></property>
        <property><name>a</name><value>2</value></property>
        <property><name>empty</name></property>
        <property><value>nameless</value></property>
      </configuration>`
    expect([...propertiesOf(text, 'x')]).toEqual([
      ['a', '2'],
      ['b', 'x & y'],
      ['empty', ''],
    ])
  })

  test('fill in variables of each other and of the environment, and never run in circles', () => {
    const settings = {
      a: `hdfs://${ref('host')}:${ref('port')}`,
      port: `90${ref('nn')}`,
      nn: '00',
      host: ref('env.H'),
      c: ref('env.NO:-here'),
      x: ref('y'),
      y: ref('x'),
      z: ref('unknown'),
    }
    const { get } = conf(settings, { H: 'master' })
    expect([get('a'), get('c'), get('z'), get('nothing')]).toEqual([
      'hdfs://master:9000',
      'here',
      ref('unknown'),
      undefined,
    ])
    expect([ref('x'), ref('y')]).toContain(get('x'))
  })

  test('that are no XML name the file', async () => {
    const folder = await tempLake()
    await writeFile(join(folder, 'core-site.xml'), '<configuration><property>')
    await expect(readConf(folder)).rejects.toMatchObject({
      code: 'HADOOP_CONF_BROKEN',
      message: expect.stringContaining('core-site.xml'),
    })
  })
})

describe('addresses', () => {
  test('of nothing are Hadoop’s own', () => {
    expect(addressesOf(conf({}))).toEqual({
      default_fs: 'file:///',
      webhdfs: [],
      resource_managers: ['http://localhost:8088'],
    })
  })

  test.each([
    [{}, ['http://nn.example:9870']],
    [{ 'dfs.namenode.http-address': '0.0.0.0:50070' }, ['http://nn.example:50070']],
    [{ 'dfs.namenode.http-address': 'web.example:1' }, ['http://web.example:1']],
    [{ 'dfs.http.policy': 'HTTPS_ONLY' }, ['https://nn.example:9871']],
  ])('of a NameNode with %j', (more: Record<string, string>, webhdfs) => {
    expect(addressesOf(conf({ 'fs.defaultFS': 'hdfs://nn.example:8020/', ...more }))).toMatchObject({
      default_fs: 'hdfs://nn.example:8020',
      webhdfs,
    })
  })

  test('of a pair of NameNodes and of ResourceManagers are all of them', () => {
    const both = conf({
      'fs.defaultFS': 'hdfs://lake',
      'dfs.ha.namenodes.lake': 'nn1, nn2',
      'dfs.namenode.http-address.lake.nn1': 'one:9870',
      'dfs.namenode.rpc-address.lake.nn2': 'two:8020',
      'yarn.resourcemanager.ha.enabled': 'true',
      'yarn.resourcemanager.ha.rm-ids': 'a,b',
      'yarn.resourcemanager.hostname.a': 'three',
      'yarn.resourcemanager.webapp.address.b': 'four:1234',
    })
    expect(addressesOf(both)).toEqual({
      default_fs: 'hdfs://lake',
      webhdfs: ['http://one:9870', 'http://two:9870'],
      resource_managers: ['http://three:8088', 'http://four:1234'],
    })
  })

  test('of this machine are known', () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]', '0.0.0.0', 'MyHost'])
      expect(isLocalHost(host, 'myhost'), host).toBe(true)
    for (const host of ['nn.example', '10.0.0.1', 'localhost.example'])
      expect(isLocalHost(host, 'myhost'), host).toBe(false)
  })
})

describe('the cluster', () => {
  async function hadoopHome(settings: Record<string, string>, scripts = true): Promise<string> {
    const home = await tempLake()
    for (const folder of ['bin', 'sbin', 'etc/hadoop']) await mkdir(join(home, folder), { recursive: true })
    await writeFile(join(home, 'bin', 'hdfs'), '', { mode: 0o755 })
    await writeFile(join(home, 'bin', 'hadoop'), '', { mode: 0o755 })
    if (scripts) await writeFile(join(home, 'sbin', 'start-dfs.sh'), '', { mode: 0o755 })
    await writeFile(join(home, 'etc', 'hadoop', 'core-site.xml'), site(settings))
    return home
  }

  test('is our own without settings, in the folder that CINE_CLUSTER_HOME names', async () => {
    const home = await tempLake()
    expect(await resolveTarget({ CINE_CLUSTER_HOME: home, HADOOP_USER_NAME: 'ann' })).toMatchObject({
      kind: 'own',
      conf_dir: join(home, 'conf'),
      user: 'ann',
    })
  })

  test('is the user’s own by HADOOP_HOME: started by its scripts when it is here', async () => {
    const here = await hadoopHome({ 'fs.defaultFS': 'hdfs://localhost:8020' })
    expect(await resolveTarget({ HADOOP_HOME: here })).toMatchObject({
      kind: 'scripts',
      webhdfs: ['http://localhost:9870'],
    })
    const elsewhere = await hadoopHome({ 'fs.defaultFS': 'hdfs://nn.example:8020' })
    expect(await resolveTarget({ HADOOP_HOME: elsewhere })).toMatchObject({ kind: 'remote' })
    const client = await hadoopHome({ 'fs.defaultFS': 'hdfs://localhost:8020' }, false)
    expect(await resolveTarget({ HADOOP_HOME: client })).toMatchObject({ kind: 'remote' })
  })

  test('of a hadoop that merely lies on the PATH counts when it is set up for one', async () => {
    const plain = await hadoopHome({})
    expect(await resolveTarget({ PATH: join(plain, 'bin') })).toMatchObject({ kind: 'own' })
    const set = await hadoopHome({ 'fs.defaultFS': 'hdfs://localhost:8020' })
    expect(await resolveTarget({ PATH: join(set, 'bin') })).toMatchObject({ kind: 'scripts' })
  })

  test('that its settings do not name is told', async () => {
    await expect(resolveTarget({ HADOOP_CONF_DIR: '/nowhere/conf' })).rejects.toMatchObject({
      code: 'HADOOP_CONF_MISSING',
    })
    await expect(resolveTarget({ HADOOP_HOME: '/nowhere' })).rejects.toMatchObject({
      code: 'HADOOP_HOME_WRONG',
    })
  })
})
