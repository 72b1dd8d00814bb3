import { mkdir, readFile } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CineError } from '../../errors.ts'
import { writeFileAtomic } from '../../lake/atomic.ts'
import { resourcePath } from '../../resources.ts'
import type { ClusterHome } from '../folders.ts'
import type { Ports } from '../ports.ts'

const TEMPLATES = [
  'core-site.xml',
  'hdfs-site.xml',
  'yarn-site.xml',
  'capacity-scheduler.xml',
  'log4j.properties',
]
/** The daemons look for their web pages on the classpath and do not start without these folders. */
const WEBAPPS = ['hdfs', 'datanode', 'secondary', 'cluster', 'node', 'proxy', 'static']
/** YARN hands out memory in pieces of this many MB. */
const PIECE_MB = 256

/** Writes the settings of our own cluster. */
export async function writeOwnConf(home: ClusterHome, ports: Ports): Promise<void> {
  refuseOddPath(home.root)
  for (const name of WEBAPPS) await mkdir(join(home.conf, 'webapps', name), { recursive: true })
  const values = {
    ...ports,
    ...yarnShare(),
    name_dir: pathToFileURL(home.nameDir).href,
    data_dir: pathToFileURL(home.dataDir).href,
    tmp: home.tmp,
    yarn_local: home.yarnLocal,
    yarn_logs: home.yarnLogs,
  }
  for (const name of TEMPLATES) {
    const template = await readFile(resourcePath('hadoop', 'conf', name), 'utf8')
    await writeFileAtomic(join(home.conf, name), fillIn(template, values))
  }
}

/** Replaces every `{{name}}`; a name without a value is a defect. */
export function fillIn(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The template asks for ${name}, which has no value.`)
    return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  })
}

/** What YARN may hand out: over half of the memory, leaving some for the daemons, Spark's driver and people. */
export function yarnShare(total = memoryLimit(), cores = availableParallelism()) {
  const mb = Math.floor(total / 2 ** 20)
  const share = Math.max(2048, Math.min(mb - 3072, Math.floor(mb * 0.6)))
  return { memory_mb: share - (share % PIECE_MB), vcores: Math.max(2, cores) }
}

function memoryLimit(): number {
  const limit = process.constrainedMemory()
  return limit > 0 && limit < totalmem() ? limit : totalmem()
}

/** Hadoop reads lists cut at commas, Java classpaths cut at colons, and YARN writes shell scripts. */
function refuseOddPath(root: string): void {
  const odd = /[^\p{L}\p{N}_./@+-]/u.exec(root)?.[0]
  if (odd === undefined) return
  throw new CineError(
    'CLUSTER_HOME_PATH',
    `The cluster cannot lie in ${root}: Hadoop does not take ${JSON.stringify(odd)} in a path.`,
    {
      hint: 'Name a folder without spaces and special characters: CINE_CLUSTER_HOME=/path.',
      details: { path: root },
    },
  )
}
