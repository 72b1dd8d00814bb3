import { readFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { parseXml, XmlElement } from '@rgrove/parse-xml'
import { CineError } from '../../errors.ts'

/** The settings of Hadoop's `*-site.xml` files, their variables filled in. */
export interface HadoopConf {
  get(name: string): string | undefined
}

const FILES = ['core-site.xml', 'hdfs-site.xml', 'yarn-site.xml']
/** As many as Hadoop follows. */
const MAX_SUBSTITUTIONS = 20

/** Reads a folder of settings; files that are not there set nothing. Throws `HADOOP_CONF_BROKEN`. */
export async function readConf(folder: string, env: NodeJS.ProcessEnv = process.env): Promise<HadoopConf> {
  const all = new Map<string, string>()
  for (const file of FILES) {
    const path = join(folder, file)
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) continue
    for (const [name, value] of propertiesOf(text, path)) all.set(name, value)
  }
  return confOf(all, env)
}

/** The same from names and values. */
export function confOf(all: ReadonlyMap<string, string>, env: NodeJS.ProcessEnv): HadoopConf {
  const variable = (name: string): string | undefined => {
    if (name.startsWith('env.')) return env[name.slice(4).split(/:?-/)[0] ?? ''] ?? name.split(/:?-/)[1]
    if (name === 'user.name') return userInfo().username
    if (name === 'user.home') return userInfo().homedir
    if (name === 'java.io.tmpdir') return tmpdir()
    return all.get(name)
  }
  return {
    get: (name) => {
      let value = all.get(name)
      for (let n = 0; value !== undefined && n < MAX_SUBSTITUTIONS; n++) {
        const next: string = value.replace(
          /\$\{([^}${]+)\}/,
          (whole, inner: string) => variable(inner) ?? whole,
        )
        if (next === value) break
        value = next
      }
      return value
    },
  }
}

/** The properties of one file; the last of a name wins, as in Hadoop. */
export function propertiesOf(text: string, path: string): Map<string, string> {
  const found = new Map<string, string>()
  try {
    const { root } = parseXml(text)
    for (const property of elements(root, 'property')) {
      const [name] = elements(property, 'name')
      const [value] = elements(property, 'value')
      if (name) found.set(name.text.trim(), value?.text.trim() ?? '')
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
    throw new CineError('HADOOP_CONF_BROKEN', `${path} cannot be read as XML: ${why}`, {
      hint: 'Correct the file, or name another folder with HADOOP_CONF_DIR.',
      details: { path },
      cause,
    })
  }
  return found
}

function elements(parent: XmlElement | null, name: string): XmlElement[] {
  const children = parent?.children ?? []
  return children.filter((child): child is XmlElement => child instanceof XmlElement && child.name === name)
}
