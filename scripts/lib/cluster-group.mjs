import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const CINE = join(import.meta.dirname, '..', '..', 'bin', 'cine.mjs')

/**
 * What the cluster's tests need: Java, and Hadoop and Spark in the cache, put there by the product's own
 * command, each file checked against its hash.
 * @returns {Promise<import('./e2e-groups.mjs').Group>}
 */
export async function clusterGroup() {
  if (process.env.CINE_TEST_CLUSTER === '0')
    return skip('declined by CINE_TEST_CLUSTER=0', 'unset CINE_TEST_CLUSTER')
  const { stdout } = await run(process.execPath, [CINE, 'cluster', 'install', '--quiet', '--json'], {
    env: { ...process.env, HADOOP_HOME: '', HADOOP_CONF_DIR: '', SPARK_HOME: '' },
    maxBuffer: 64e6,
  }).catch((error) => error)
  const result = parse(stdout)
  if (!result) return skip('cine cluster install gave no answer', 'npx cine cluster install')
  if (result.error) {
    const { message, hint, details } = result.error
    return skip(message, details.command ?? hint)
  }
  const { hadoop, spark } = result
  const how = [hadoop, spark].every(({ status }) => status === 'unchanged')
    ? 'in the cache'
    : `fetched (${Math.round((hadoop.bytes + spark.bytes) / 1e6)} MB, hashes checked)`
  return { line: `cluster: Hadoop ${hadoop.version} and Spark ${spark.version}: ${how}: ${hadoop.path}` }
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function skip(reason, install) {
  return { line: `cluster: skipped: ${reason}`, reason, install }
}
