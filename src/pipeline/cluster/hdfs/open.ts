import { userInfo } from 'node:os'
import { join } from 'node:path'
import { readPorts } from '../ports.ts'
import type { Target } from '../target.ts'
import { HdfsClient } from './client.ts'
import type { HdfsFolder } from './paths.ts'
import { WebHdfs } from './webhdfs.ts'

/** Hadoop's own port of WebHDFS, for an address that tells only that of its RPC. */
const WEBHDFS_PORT = 9870

/** The client of the cluster, or of the other HDFS that a folder's address names. */
export async function openHdfs(
  target: Target,
  folder?: HdfsFolder,
  options: { asOwner?: boolean } = {},
): Promise<HdfsClient> {
  const bases =
    folder?.authority && folder.uri.startsWith(`${target.default_fs}/`) === false
      ? otherBases(folder)
      : await ownBases(target)
  // Who started our cluster is its superuser, whatever HADOOP_USER_NAME says.
  const user = options.asOwner && target.kind === 'own' ? userInfo().username : target.user
  const advice =
    target.kind === 'own'
      ? { start: 'cine cluster up', hdfs: join(target.home.bin, 'hdfs') }
      : { start: target.kind === 'scripts' ? 'cine cluster up' : 'on its own machines', hdfs: 'hdfs' }
  return new HdfsClient(new WebHdfs({ bases, user, advice }))
}

/** The address of our own NameNode is known before its settings are read. */
async function ownBases(target: Target): Promise<readonly string[]> {
  if (target.kind !== 'own') return target.webhdfs
  return [`http://localhost:${(await readPorts(target.home.ports)).namenode_http}`]
}

function otherBases({ authority, scheme }: HdfsFolder): string[] {
  const host = (authority ?? '').replace(/:\d+$/, '')
  if (scheme === 'hdfs') return [`http://${host}:${WEBHDFS_PORT}`]
  return [`${scheme === 'swebhdfs' ? 'https' : 'http'}://${authority}`]
}
