import type { HadoopConf } from './read.ts'

/** Where the services of a cluster answer, as its settings say. */
export interface Addresses {
  /** `fs.defaultFS` without a slash at its end; `file:///` when it is not set, as in Hadoop. */
  default_fs: string
  /** Base addresses of WebHDFS, one for each NameNode that may be the active one. */
  webhdfs: string[]
  /** Base addresses of YARN's REST interface, the same way. */
  resource_managers: string[]
}

export function addressesOf(conf: HadoopConf): Addresses {
  return {
    default_fs: (conf.get('fs.defaultFS') ?? conf.get('fs.default.name') ?? 'file:///').replace(
      /(?<!\/)\/$/,
      '',
    ),
    webhdfs: nameNodes(conf),
    resource_managers: resourceManagers(conf),
  }
}

/** The host of an HDFS address; null for other file systems. */
export function hdfsHost(uri: string): string | null {
  const match = /^hdfs:\/\/(\[[^\]]+\]|[^/:]+)/i.exec(uri)
  return match?.[1] ?? null
}

export function isLocalHost(host: string, hostname: string): boolean {
  return (
    /^(localhost|127(\.\d+){3}|\[?::1\]?|0\.0\.0\.0)$/i.test(host) ||
    host.toLowerCase() === hostname.toLowerCase()
  )
}

function nameNodes(conf: HadoopConf): string[] {
  const secure = conf.get('dfs.http.policy') === 'HTTPS_ONLY'
  const [scheme, key, port] = secure
    ? ['https', 'dfs.namenode.https-address', 9871]
    : ['http', 'dfs.namenode.http-address', 9870]
  const host = hdfsHost(conf.get('fs.defaultFS') ?? '')
  const members = listOf(conf.get(`dfs.ha.namenodes.${host}`)).map((member) => ({
    address: conf.get(`${key}.${host}.${member}`),
    host: hostOf(conf.get(`dfs.namenode.rpc-address.${host}.${member}`)),
  }))
  const all = members.length > 0 ? members : [{ address: conf.get(key), host }]
  return all.flatMap((each) => baseAddress(scheme, each.address, each.host, port))
}

function resourceManagers(conf: HadoopConf): string[] {
  const secure = conf.get('yarn.http.policy') === 'HTTPS_ONLY'
  const [scheme, key, port] = secure
    ? ['https', 'yarn.resourcemanager.webapp.https.address', 8090]
    : ['http', 'yarn.resourcemanager.webapp.address', 8088]
  const ids =
    conf.get('yarn.resourcemanager.ha.enabled') === 'true'
      ? listOf(conf.get('yarn.resourcemanager.ha.rm-ids'))
      : []
  const ends = ids.length > 0 ? ids.map((id) => `.${id}`) : ['']
  return ends.flatMap((end) =>
    baseAddress(
      scheme,
      conf.get(key + end),
      conf.get(`yarn.resourcemanager.hostname${end}`) ?? 'localhost',
      port,
    ),
  )
}

/** `0.0.0.0` means every address of that host: what to connect to is the host's name. */
function baseAddress(
  scheme: string,
  address: string | undefined,
  host: string | null,
  port: number,
): string[] {
  const [, named, ownPort] = /^(.*):(\d+)$/.exec(address ?? '') ?? []
  const reachable = !named || named === '0.0.0.0' ? host : named
  if (!reachable) return []
  return [`${scheme}://${reachable === '0.0.0.0' ? 'localhost' : reachable}:${ownPort ?? port}`]
}

const listOf = (value: string | undefined) =>
  (value ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)

const hostOf = (address: string | undefined) => address?.replace(/:\d+$/, '') ?? null
