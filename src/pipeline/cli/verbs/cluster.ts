import { Argument, Option } from 'commander'
import type { DaemonName } from '../../api.ts'
import { downText, installText, statusText, upText } from '../cluster-text.ts'
import { ask } from '../context.ts'
import { given, wholeNumber } from '../options.ts'
import { safeText } from '../terminal/safe-text.ts'
import type { Define } from '../verb.ts'
import { defineApps } from './cluster-apps.ts'
import { defineFiles } from './cluster-files.ts'

const DAEMONS: readonly DaemonName[] = ['namenode', 'datanode', 'resourcemanager', 'nodemanager']

interface StartOptions {
  safeModeSeconds?: number
}

export const defineCluster: Define = (program, act) => {
  const cluster = program
    .command('cluster')
    .description('HDFS, YARN and Spark, on this machine or by address')
  const patience = () =>
    new Option('--safe-mode-seconds <n>', 'how long to wait for safe mode to end (default: 120)').argParser(
      wholeNumber,
    )

  cluster
    .command('install')
    .description('fetch Hadoop and Spark (about 550 MB) into the cache')
    .action(
      act(async (context) => {
        const result = await ask(context, 'cluster.install', {})
        return { answer: { json: result, text: () => installText(result) } }
      }),
    )
  cluster
    .command('up')
    .description('start HDFS and YARN, wait for safe mode to end, make the folders of the lake')
    .addOption(patience())
    .action(
      act<StartOptions>(async (context, { safeModeSeconds }) => {
        const result = await ask(context, 'cluster.up', given({ safe_mode_seconds: safeModeSeconds }))
        return { answer: { json: result, text: () => upText(result) } }
      }),
    )
  cluster
    .command('status')
    .description('which daemons run, how HDFS and YARN are')
    .action(
      act(async (context) => {
        const status = await ask(context, 'cluster.status', {})
        return { answer: { json: status, text: () => statusText(status) } }
      }),
    )
  cluster
    .command('down')
    .description('stop YARN, then HDFS')
    .action(
      act(async (context) => {
        const result = await ask(context, 'cluster.down', {})
        return { answer: { json: result, text: () => downText(result) } }
      }),
    )
  cluster
    .command('init')
    .description('make HDFS ready: the name node if there is none, the folders of the lake')
    .option('--force', 'erase the HDFS that is there, with everything in it, and begin a new one')
    .addOption(patience())
    .action(
      act<StartOptions & { force?: boolean }>(async (context, { force, safeModeSeconds }) => {
        const result = await ask(
          context,
          'cluster.init',
          given({ force, safe_mode_seconds: safeModeSeconds }),
        )
        return { answer: { json: result, text: () => upText(result) } }
      }),
    )
  cluster
    .command('logs')
    .description('the last lines that a daemon wrote')
    .addArgument(new Argument('<daemon>', 'whose').choices(DAEMONS))
    .option('--lines <n>', 'how many (default: 200)', wholeNumber)
    .action(
      act<{ lines?: number }>(async (context, { lines }, [daemon]) => {
        const log = await ask(context, 'cluster.log', { daemon: daemon as DaemonName, ...given({ lines }) })
        return { answer: { json: log, text: () => log.lines.map(safeText).join('\n') } }
      }),
    )
  defineFiles(cluster, act)
  defineApps(cluster, act)
}
