/** One kind of failure, as drivers, containers, YARN and Hadoop tell it. */
export interface Rule {
  code: string
  /** Whose words it is found in; anyone's when left out. */
  of?: 'driver' | 'executor'
  /** What is found in one line of a log. */
  pattern: RegExp
  message: (match: RegExpExecArray) => string
  hint: string
}

const LOCAL = 'Or use the local engine: cine etl.'
const EXECUTOR_MEMORY = `Give it more: --spark-conf spark.executor.memory=4g, or cut the work smaller: --spark-conf spark.sql.shuffle.partitions=400. ${LOCAL}`

/**
 * From the nearest to the cause to the farthest: a line of an earlier rule explains those of later ones. A
 * rule is about one line, so that what it found can be shown. `RM_PORTS` stands for the ports of YARN.
 */
export const RULES: readonly Rule[] = [
  // ------------------------------------------------------------------------------ it could not even start
  {
    code: 'JAVA_MISSING',
    pattern:
      /JAVA_HOME is not set|(?:\/bin\/java|java): (?:No such file or directory|not found|command not found)|Unable to locate a Java Runtime/,
    message: () => 'No Java was found where Spark was started, or where YARN starts its containers.',
    hint: 'Set JAVA_HOME to a Java 17 or later and run again; for the containers, restart the cluster with it: cine cluster down, then up.',
  },
  {
    code: 'JAVA_VERSION_CLASH',
    pattern:
      /UnsupportedClassVersionError: [^\n]*class file version (\d+)[^\n]*up to (\d+)|UnsupportedClassVersionError[^\n]*|getSubject is (?:supported only|not supported)|class .* cannot access class .* \(in module java\.base\)|Unrecognized (?:VM )?option/,
    message: ([line, compiled, runs]) =>
      compiled && runs
        ? `A class was compiled for Java ${Number(compiled) - 44}, and runs on Java ${Number(runs) - 44}.`
        : `This Java and this Spark or Hadoop do not go together: ${line}`,
    hint: 'Set JAVA_HOME to a Java 17 or 21, the same on every machine of the cluster.',
  },
  {
    code: 'PYTHON_VERSION_CLASH',
    pattern:
      /Python in worker has different version:? \(?(\d+)[.,] ?'?(\d+)'?\)? than that in driver:? \(?(\d+)[.,] ?'?(\d+)/,
    message: ([, a, b, c, d]) =>
      `The executors run Python ${a}.${b}, the driver runs ${c}.${d}: they must be the same.`,
    hint: 'Set PYSPARK_PYTHON to a Python that is on every machine of the cluster, and unset PYSPARK_DRIVER_PYTHON.',
  },
  {
    code: 'PYTHON_MISSING',
    pattern:
      /Cannot run program "([^"]*python[^"]*)": (?:Exec failed, )?error[=:] ?2|(\S*python\S*): No such file or directory/,
    message: ([, one, other]) => `The Python that the executors should run is not there: ${one ?? other}.`,
    hint: 'Set PYSPARK_PYTHON to a Python that is on every machine of the cluster.',
  },
  {
    code: 'PYTHON_MODULE_MISSING',
    pattern: /ModuleNotFoundError: No module named '([^']+)'/,
    message: ([, name]) => `The Python of the job has no module ${name}.`,
    hint: 'Install it in that Python (PYSPARK_PYTHON), on every machine of the cluster.',
  },
  {
    code: 'CONF_DIR_MISSING',
    pattern: /either HADOOP_CONF_DIR or YARN_CONF_DIR must be set/,
    message: () => 'Spark does not know where the cluster is: HADOOP_CONF_DIR is not set.',
    hint: 'Set HADOOP_CONF_DIR to the settings of the cluster; `cine cluster status --json` tells which (environment).',
  },
  // -------------------------------------------------------------------------------------- memory and room
  {
    code: 'EXECUTOR_MEMORY_TOO_BIG',
    pattern: /Required (executor|AM) memory \(([^)]+)\).*?is above the max threshold \((\d+) MB\)/,
    message: ([, who, asked, most]) =>
      `The job asks for more memory than a container may have: ${who} memory ${asked}, at most ${most} MB.`,
    hint: `Ask for less (--spark-conf spark.executor.memory=1g), or give YARN more: yarn.scheduler.maximum-allocation-mb. ${LOCAL}`,
  },
  {
    code: 'CONTAINER_OUT_OF_MEMORY',
    pattern:
      /(?:beyond|exceeding) (?:the )?'?(?:physical|PHYSICAL|virtual|VIRTUAL)'? memory limits?[.;]?(?: by '?\d+'?B)?\.?(?: Current usage:)? ?([\d.]+ ?[GMK]?B? of [\d.]+ ?[GMK]?B?)?[^\n]*/,
    message: ([, used]) =>
      `YARN killed a container because it took more memory than it had asked for${used ? ` (${used.trim()})` : ''}.`,
    hint: `Give it more room beside the heap: --spark-conf spark.executor.memoryOverhead=1g (spark.driver.memoryOverhead for the driver in cluster mode). ${LOCAL}`,
  },
  {
    code: 'DRIVER_RESULT_TOO_BIG',
    pattern:
      /Total size of serialized results of (\d+) tasks \(([^)]+)\) is bigger than (?:local )?spark\.driver\.maxResultSize \(?([^)\s]+ ?\w*)\)?/,
    message: ([, , size, limit]) => `The driver was sent more than it may take: ${size}, at most ${limit}.`,
    hint: 'Raise it: --spark-conf spark.driver.maxResultSize=2g (with spark.driver.memory to match).',
  },
  {
    // With a local master the driver is its own executor: that one is told below.
    code: 'EXECUTOR_OUT_OF_MEMORY',
    pattern:
      /(?:Lost task(?![^\n]*executor driver\))|ExecutorLostFailure)[^\n]*(?:OutOfMemoryError|[Ee]xit (?:status|code):? (?:52|137)\b)[^\n]*/,
    message: () => 'An executor ran out of memory.',
    hint: EXECUTOR_MEMORY,
  },
  {
    // Its JVM ends itself when its memory is full: to the driver it was ended by a signal.
    code: 'EXECUTOR_OUT_OF_MEMORY',
    of: 'executor',
    pattern: /java\.lang\.OutOfMemoryError[^\n]*/,
    message: () => 'An executor ran out of memory.',
    hint: EXECUTOR_MEMORY,
  },
  {
    code: 'DRIVER_OUT_OF_MEMORY',
    of: 'driver',
    pattern: /java\.lang\.OutOfMemoryError[^\n]*/,
    message: () => 'The driver ran out of memory.',
    hint: `Give it more: --spark-conf spark.driver.memory=4g. ${LOCAL}`,
  },
  {
    code: 'HDFS_QUOTA',
    pattern: /(?:DS|NS)QuotaExceededException: ([^\n]*)/,
    message: ([, said]) => `A quota of HDFS is reached: ${said}`,
    hint: 'Remove old runs there (cine cluster purge lists what can go), or raise it: hdfs dfsadmin -setSpaceQuota SIZE DIR.',
  },
  {
    code: 'DISK_FULL',
    pattern:
      /No space left on device[^\n]*|usable space is below configured utilization percentage[^\n]*|could only be written to 0 of the \d+ minReplication nodes\. There are [1-9]\d* datanode[^\n]*/,
    message: ([line]) => `A disk of the cluster is full: ${line}`,
    hint: 'Free some space: cine cluster purge lists what can go.',
  },
  {
    code: 'HDFS_NO_DATANODE',
    pattern:
      /There are 0 datanode\(s\) running[^\n]*|Could not obtain block: [^\n]*|BlockMissingException[^\n]*/,
    message: () => 'HDFS has no DataNode for the blocks: none runs, or the one that holds them is gone.',
    hint: 'Start it: cine cluster up. Then run again.',
  },
  // ---------------------------------------------------------------------------------- HDFS stands in the way
  {
    code: 'HDFS_SAFE_MODE',
    pattern: /SafeModeException[^\n]*|[Nn]ame ?node is in safe mode[^\n]*/,
    message: () => 'HDFS is in safe mode and takes no changes.',
    hint: 'It ends by itself once enough blocks are reported; `cine cluster status` tells what is missing. When it was turned on by hand: hdfs dfsadmin -safemode leave',
  },
  {
    code: 'HDFS_PERMISSION',
    pattern: /AccessControlException: (Permission denied: [^\n]*)|AccessControlException[^\n]*/,
    message: ([line, said]) => `HDFS does not allow it: ${said ?? line}`,
    hint: 'Make the folders of the lake anew (cine cluster init), give the rights (hdfs dfs -chmod 775 DIR, as its owner), or set HADOOP_USER_NAME.',
  },
  {
    code: 'CLUSTER_WRONG_FS',
    pattern:
      /Wrong FS: (\S+), expected: (\S+)|Incomplete HDFS URI, no host: (\S+)|No FileSystem for scheme[: ]"?(\w+)"?|PATH_NOT_FOUND\] Path does not exist: (file:\S+)|Path does not exist: (file:\S+)/,
    message: ([line, got, expected, noHost, , path, old]) => {
      if (got) return `The default file system is ${expected}, and the job asked for ${got}.`
      if (noHost) return `The default file system is not HDFS, so ${noHost} names no host.`
      if (path ?? old) return `The path was looked for on this machine instead of HDFS: ${path ?? old}`
      return `A file system is not known: ${line}`
    },
    hint: 'fs.defaultFS in core-site.xml must be hdfs://HOST:PORT: check HADOOP_CONF_DIR, or give the addresses whole with --raw-base-uri and --curated-base-uri.',
  },
  // -------------------------------------------------------------------------------- YARN stands in the way
  {
    code: 'YARN_UNREACHABLE',
    pattern: /(?:Retrying connect to server|Call From \S+ to)[^\n]*:(?:8030|8032|8033|RM_PORTS)\b[^\n]*/,
    message: ([line]) => `The ResourceManager of YARN does not answer: ${line}`,
    hint: 'Start YARN: cine cluster up. For another cluster, check yarn-site.xml in HADOOP_CONF_DIR.',
  },
  {
    code: 'HDFS_UNREACHABLE',
    pattern:
      /Call From \S+ to \S+ failed on (?:connection exception|socket timeout)[^\n]*|(?:NoRouteToHostException|UnknownHostException|ConnectTimeoutException)[^\n]*|Retrying connect to server[^\n]*/,
    message: ([line]) => `The NameNode of HDFS does not answer: ${line}`,
    hint: 'Start HDFS: cine cluster up. For another cluster, check core-site.xml in HADOOP_CONF_DIR.',
  },
  {
    code: 'YARN_QUEUE',
    pattern:
      /(?:submitted by user \S+ to (?:an )?unknown queue:? ?(\S+)|Queue (\S+) is (?:STOPPED|not RUNNING)|to non-leaf queue:? ?(\S+))[^\n]*/,
    message: ([line]) => `YARN does not take the job into this queue: ${line}`,
    hint: 'Name a queue that is there: --spark-conf spark.yarn.queue=default',
  },
  {
    code: 'SPARK_KILLED',
    pattern:
      /Application \S+ was killed by user (\S+)[^\n]*|Application killed by user|[Ff]inal status: KILLED|state: KILLED/,
    message: ([, user]) => `The application was killed${user ? ` by ${user}` : ''}.`,
    hint: 'Run it again. What it had begun to write can be removed: cine cluster purge.',
  },
  // ----------------------------------------------------------------------------------- the job itself
  {
    code: 'SPARK_INPUT_MISSING',
    pattern:
      /(?:PATH_NOT_FOUND\] )?Path does not exist: (\S+)|FileNotFoundException: File does not exist: (\S+)/,
    message: ([, path, other]) => `There is nothing at ${(path ?? other ?? '').replace(/[.,]$/, '')}.`,
    hint: 'Send the raw files first: cine cluster push. Or check HDFS_RAW.',
  },
  {
    code: 'CLASS_MISSING',
    pattern:
      /Failed to load class (\S+)|(?:ClassNotFoundException|NoClassDefFoundError): (\S+)|(NoSuchMethodError|InvalidClassException|IncompatibleClassChangeError)[^\n]*/,
    message: ([line, one, other]) =>
      one || other
        ? `A class is missing: ${(one ?? other ?? '').replace(/\.$/, '')}.`
        : `Two versions of a library do not go together: ${line}`,
    hint: 'The versions of Spark here and on the cluster must be the same; check SPARK_HOME, and any --spark-conf spark.jars.',
  },
  {
    code: 'EXECUTOR_LOST',
    pattern: /Executor self-exiting due to : (?:Unable to create executor due to )?([^\n]*)/,
    message: ([, why]) => `An executor ended itself: ${why}`,
    hint: 'Correct the setting that it names, or leave it out.',
  },
  {
    code: 'EXECUTOR_LOST',
    pattern:
      /ExecutorLostFailure[^\n]*|Lost executor \d+ on [^\n]*|Max number of executor failures \(\d+\) reached/,
    message: () => 'An executor was ended by something else than the job, most often for want of memory.',
    hint: EXECUTOR_MEMORY,
  },
  // While a job waits its driver says so too, hence last.
  {
    code: 'YARN_NO_ROOM',
    pattern:
      /Queue's AM resource limit exceeded[^\n]*|is not yet activated[^\n]*|Initial job has not accepted any resources[^\n]*|User's AM resource limit exceeded[^\n]*|waiting for resources to be allocated[^\n]*/i,
    message: () => 'YARN has no room for the job: other applications hold its memory, or it has no node.',
    hint: 'See what runs (cine cluster apps --open) and end what is not needed (cine cluster kill ID), or ask for less: --spark-conf spark.executor.memory=1g.',
  },
]
