/**
 * Writes resources/hadoop/jars.json: the name, version, size and SHA-256 of every jar that Maven resolves
 * from resources/hadoop/pom.xml. For who changes that file; `cine cluster install` compares with the list.
 */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const HADOOP = join(dirname(import.meta.dirname), 'resources', 'hadoop')
const pom = join(HADOOP, 'pom.xml')

const folder = await mkdtemp(join(tmpdir(), 'cine-hadoop-jars-'))
try {
  const lib = join(folder, 'lib')
  const list = join(folder, 'list.txt')
  const options = { maxBuffer: 64e6 }
  await run('mvn', ['-B', '-q', '-f', pom, 'package', `-DoutputDirectory=${lib}`], options)
  await run('mvn', ['-B', '-q', '-f', pom, 'dependency:list', `-DoutputFile=${list}`], options)
  const versions = versionsOf(await readFile(list, 'utf8'))
  const jars = []
  for (const file of (await readdir(lib)).sort()) {
    const content = await readFile(join(lib, file))
    const known = versions.get(file)
    if (!known) throw new Error(`${file} is not among the dependencies that Maven lists.`)
    jars.push({
      file,
      ...known,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })
  }
  const hadoop = jars.find(({ name }) => name === 'org.apache.hadoop:hadoop-common').version
  const lines = jars.map((jar) => `    ${JSON.stringify(jar)}`).join(',\n')
  await writeFile(join(HADOOP, 'jars.json'), `{\n  "hadoop": "${hadoop}",\n  "jars": [\n${lines}\n  ]\n}\n`)
  console.log(`${jars.length} jars of Hadoop ${hadoop}.`)
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** Reads `group:artifact:jar[:classifier]:version:scope` lines; keys are the names of the files. */
function versionsOf(text) {
  const found = new Map()
  for (const [, group, artifact, rest] of text.matchAll(/^\s+([\w.-]+):([\w.-]+):jar:(\S+)/gm)) {
    const parts = rest.split(':')
    const [classifier, version] = parts.length > 2 ? parts : [null, parts[0]]
    const file = `${[artifact, version, classifier].filter(Boolean).join('-')}.jar`
    found.set(file, { name: `${group}:${artifact}`, version })
  }
  return found
}
