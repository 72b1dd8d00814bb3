import type { InstalledPart, InstallResult } from '../../api.ts'
import { ask } from '../context.ts'
import { bytes, seconds } from '../terminal/format.ts'
import type { Define } from '../verb.ts'

export const defineCluster: Define = (program, act) => {
  const cluster = program
    .command('cluster')
    .description('HDFS, YARN and Spark, on this machine or by address')
  cluster
    .command('install')
    .description('fetch Hadoop and Spark (about 500 MB) into the cache')
    .action(
      act(async (context) => {
        const result = await ask(context, 'cluster.install', {})
        return { answer: { json: result, text: () => installText(result) } }
      }),
    )
}

function installText(result: InstallResult): string {
  return [
    partText('Hadoop', result.hadoop),
    partText('Spark', result.spark),
    '',
    `Done in ${seconds(result.seconds)}. Next: cine cluster up`,
  ].join('\n')
}

function partText(name: string, { path, version, bytes: size, status }: InstalledPart): string {
  const how = {
    installed: `installed (${bytes(size)})`,
    unchanged: 'already there',
    yours: 'yours is used',
  }[status]
  return `${name} ${version}: ${how}: ${path}`
}
