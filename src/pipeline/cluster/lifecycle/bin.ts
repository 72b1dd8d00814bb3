import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomic } from '../../lake/atomic.ts'
import { classpath, type Jvm } from '../daemons/java-command.ts'

/** The programs of Hadoop that one may want at a terminal, by their first word. */
const TOOLS: Record<'hdfs' | 'yarn', Record<string, string>> = {
  hdfs: {
    dfs: 'org.apache.hadoop.fs.FsShell',
    dfsadmin: 'org.apache.hadoop.hdfs.tools.DFSAdmin',
    fsck: 'org.apache.hadoop.hdfs.tools.DFSck',
    getconf: 'org.apache.hadoop.hdfs.tools.GetConf',
  },
  yarn: {
    application: 'org.apache.hadoop.yarn.client.cli.ApplicationCLI',
    node: 'org.apache.hadoop.yarn.client.cli.NodeCLI',
    logs: 'org.apache.hadoop.yarn.client.cli.LogsCLI',
  },
}

/** Writes `hdfs` and `yarn`, which start Hadoop's own tools on our cluster. */
export async function writeTools(jvm: Jvm): Promise<void> {
  await mkdir(jvm.home.bin, { recursive: true })
  for (const [name, tools] of Object.entries(TOOLS)) {
    const path = join(jvm.home.bin, name)
    await writeFileAtomic(path, script(name, tools, jvm))
    await chmod(path, 0o755)
  }
}

export function script(name: string, tools: Record<string, string>, jvm: Jvm): string {
  const cases = Object.entries(tools).map(([word, main]) => `  ${word}) main=${main} ;;`)
  const options = [
    '--add-opens=java.base/java.lang=ALL-UNNAMED',
    '-Xmx256m',
    '-Djava.net.preferIPv4Stack=true',
    '-Dcine.log=WARN,console',
  ]
  const words = [jvm.java.path, ...options, ...classpath(jvm)].map(quoted)
  return `#!/bin/sh
# Written by \`cine cluster up\`: Hadoop's own tools on the cluster of cine.
tool="$1"
[ $# -gt 0 ] && shift
case "$tool" in
${cases.join('\n')}
  *) echo "usage: ${name} ${Object.keys(tools).join('|')} ARGUMENTS" >&2; exit 2 ;;
esac
HADOOP_CONF_DIR=${quoted(jvm.home.conf)}; export HADOOP_CONF_DIR
exec ${words.join(' ')} "$main" "$@"
`
}

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`
