/** Errors of the cluster, by code, as those of `errors.ts`. */
export default {
  JAVA_MISSING: {
    sentence: 'No Java was found.',
    hint: 'Install Java 17 or later, or name it by JAVA_HOME.',
  },
  JAVA_HOME_WRONG: {
    sentence: 'JAVA_HOME names no Java.',
    hint: 'Correct JAVA_HOME, or unset it.',
  },
  JAVA_BROKEN: {
    sentence: 'This Java does not run.',
    hint: 'Install it again, or name another one by JAVA_HOME.',
  },
  JAVA_TOO_OLD: {
    sentence: 'This Java is too old.',
    hint: 'Name a Java 17 or later by JAVA_HOME.',
  },
  JAVA_TOO_NEW: {
    sentence: 'This Java is too new for this Spark.',
    hint: 'Name a Java 17 by JAVA_HOME.',
  },
  JAVA_UNTRIED: {
    sentence: 'This Java is newer than those that were tried.',
    hint: 'If it gives trouble, name a Java 17 or 21 by JAVA_HOME.',
  },
  JAVA_VERSION_CLASH: {
    sentence: 'This Java and this Spark or Hadoop do not go together.',
    hint: 'Name a Java 17 or 21 by JAVA_HOME, the same on every machine.',
  },
  PYTHON_MISSING: {
    sentence: 'No usable Python was found.',
    hint: 'Install Python 3.11 or later, or name it by PYSPARK_PYTHON.',
  },
  PYTHON_TOO_OLD: {
    sentence: 'This Python is too old for Spark.',
    hint: 'Name a Python 3.11 or later by PYSPARK_PYTHON.',
  },
  PYTHON_NO_VENV: {
    sentence: 'This Python cannot make virtual environments.',
    hint: 'Install its venv module, then try again.',
  },
  PYSPARK_PYTHON_WRONG: {
    sentence: 'PYSPARK_PYTHON names no Python that runs.',
    hint: 'Correct PYSPARK_PYTHON, or unset it.',
  },
  PYTHON_VERSION_CLASH: {
    sentence: 'Spark’s executors and its driver have different Pythons.',
    hint: 'Name by PYSPARK_PYTHON a Python that is on every machine.',
  },
  PYTHON_MODULE_MISSING: {
    sentence: 'The job’s Python lacks a module.',
    hint: 'Install it in that Python, on every machine.',
  },
  MAVEN_MISSING: {
    sentence: 'Maven was not found: Hadoop is fetched with it.',
    hint: 'Install Maven, then try again.',
  },
  HADOOP_MISSING: {
    sentence: 'Hadoop is not installed.',
    hint: 'Use the button “Install Hadoop and Spark” of the Cluster page.',
  },
  HADOOP_HOME_WRONG: {
    sentence: 'HADOOP_HOME names no Hadoop.',
    hint: 'Correct HADOOP_HOME, or unset it to use the studio’s own.',
  },
  HADOOP_CONF_MISSING: {
    sentence: 'The settings of Hadoop are not where they should be.',
    hint: 'Correct HADOOP_CONF_DIR, or unset it.',
  },
  HADOOP_CONF_BROKEN: {
    sentence: 'A settings file of Hadoop cannot be read.',
    hint: 'Correct that file.',
  },
  SPARK_MISSING: {
    sentence: 'Spark is not installed.',
    hint: 'Use the button “Install Hadoop and Spark” of the Cluster page.',
  },
  SPARK_HOME_WRONG: {
    sentence: 'SPARK_HOME names no Spark.',
    hint: 'Correct SPARK_HOME, or unset it to use the studio’s own.',
  },
  SPARK_TOO_OLD: {
    sentence: 'This Spark is too old.',
    hint: 'Name a Spark 3.5 or later by SPARK_HOME, or install the studio’s own.',
  },
  INSTALL_OFFLINE: {
    sentence: 'The registry that the installation comes from does not answer.',
    hint: 'Check the network, then try again: what is there is not fetched again.',
  },
  INSTALL_FAILED: {
    sentence: 'The installation failed.',
    hint: 'Read the detail, then try again: what is there is not fetched again.',
  },
  INSTALL_BUSY: {
    sentence: 'An installation is already going on.',
    hint: 'Wait until it ends.',
  },
  INSTALL_ALTERED: {
    sentence: 'A file that was fetched is not the expected one: it is not kept.',
    hint: 'Check your mirror of Maven or PyPI, then try again.',
  },
  PORTS_TAKEN: {
    sentence: 'Usual ports of Hadoop are taken by other programs.',
    hint: 'Nothing to do: others will be chosen and remembered.',
  },
  MEMORY_LOW: {
    sentence: 'Little memory is left for the cluster and a Spark job.',
    hint: 'Close other programs, or use the local engine.',
  },
  DISK_LOW: {
    sentence: 'Too little room is left on a disk.',
    hint: 'Free some space, or name another folder by CINE_CACHE or CINE_CLUSTER_HOME.',
  },
  CLUSTER_PLATFORM: {
    sentence: 'The cluster’s daemons are not started on Windows.',
    hint: 'Use the studio inside WSL, or name a cluster by HADOOP_CONF_DIR; the local engine needs neither.',
  },
  CLUSTER_WRONG_FS: {
    sentence: 'The default file system is not HDFS.',
    hint: 'In core-site.xml, fs.defaultFS must be hdfs://HOST:PORT; check HADOOP_CONF_DIR.',
  },
  CLUSTER_NOT_OURS: {
    sentence: 'This cluster is not one that the studio starts or stops.',
    hint: 'Start or stop it with its own tools.',
  },
  CLUSTER_BUSY: {
    sentence: 'Another command is starting or stopping the cluster.',
    hint: 'Wait until it has finished, then try again.',
  },
  CLUSTER_TIMEOUT: {
    sentence: 'A daemon did not answer in time.',
    hint: 'Open its log, then try again.',
  },
  CLUSTER_DAEMON_DIED: {
    sentence: 'A daemon ended right after its start.',
    hint: 'Open its log: it says more.',
  },
  CLUSTER_SURVIVOR: {
    sentence: 'A daemon does not end.',
    hint: 'End that process yourself.',
  },
  CLUSTER_PORT_TAKEN: {
    sentence: 'Another program has just taken the port of a daemon.',
    hint: 'Start again: another port will be chosen.',
  },
  CLUSTER_NO_PORT: {
    sentence: 'No free port was found.',
    hint: 'Close programs that hold some, then try again.',
  },
  CLUSTER_HOME_PATH: {
    sentence: 'Hadoop does not understand the name of the cluster’s folder.',
    hint: 'Name by CINE_CLUSTER_HOME a folder without spaces or punctuation.',
  },
  CLUSTER_SCRIPT_FAILED: {
    sentence: 'A script of your Hadoop failed.',
    hint: 'Read what it says, and check JAVA_HOME in hadoop-env.sh.',
  },
  HDFS_UNREACHABLE: {
    sentence: 'HDFS does not answer.',
    hint: 'Start HDFS from the Cluster page; for another cluster, check HADOOP_CONF_DIR and the network.',
  },
  HDFS_STANDBY: {
    sentence: 'This NameNode is on standby.',
    hint: 'Try again in a moment: another one takes over.',
  },
  HDFS_SAFE_MODE: {
    sentence: 'HDFS is in safe mode and takes no changes.',
    hint: 'It ends by itself once its blocks are there; when it was turned on by hand: hdfs dfsadmin -safemode leave',
  },
  HDFS_SAFE_MODE_STUCK: {
    sentence: 'HDFS has not left safe mode in time.',
    hint: 'The detail says what is missing; when it was turned on by hand: hdfs dfsadmin -safemode leave',
  },
  HDFS_PERMISSION: {
    sentence: 'HDFS does not allow this to this user.',
    hint: 'Give the rights (hdfs dfs -chmod 775 FOLDER), or change HADOOP_USER_NAME.',
  },
  HDFS_QUOTA: {
    sentence: 'A quota of HDFS is reached.',
    hint: 'Remove old files (Tidy up), or raise the quota: hdfs dfsadmin -setSpaceQuota',
  },
  HDFS_DISK_FULL: {
    sentence: 'The disks of HDFS are full.',
    hint: 'Free some space: Tidy up tells what can go.',
  },
  HDFS_NO_DATANODE: {
    sentence: 'HDFS has no DataNode for these blocks.',
    hint: 'Start what is missing from the Cluster page, then run again.',
  },
  HDFS_DATANODE_LOST: {
    sentence: 'The DataNode broke off.',
    hint: 'Start what is missing from the Cluster page, then run again: what arrived whole is not sent again.',
  },
  HDFS_NOT_FOUND: {
    sentence: 'There is nothing at that place of HDFS.',
    hint: 'Check the path: somebody may have removed it.',
  },
  HDFS_NOT_EMPTY: {
    sentence: 'This folder is not empty.',
    hint: 'Remove it with what it holds.',
  },
  HDFS_EXISTS: {
    sentence: 'There is something at that place already.',
    hint: 'Choose another place.',
  },
  HDFS_GUARDED: {
    sentence: 'This folder cannot be removed from here.',
    hint: 'Only what lies inside the folders of the lake can.',
  },
  HDFS_BAD_NAME: {
    sentence: 'HDFS does not take this name.',
    hint: 'Rename the file, without a colon.',
  },
  HDFS_CORRUPT: {
    sentence: 'What arrived is not what was sent.',
    hint: 'Try again; if it comes back, check the disk of the DataNode.',
  },
  HDFS_REFUSED: {
    sentence: 'HDFS refused.',
    hint: 'The log of the NameNode may say more.',
  },
  HDFS_KERBEROS: {
    sentence: 'This cluster asks for Kerberos, which the studio does not speak.',
    hint: 'Use the tools of that cluster.',
  },
  HDFS_IDS_DIFFER: {
    sentence: 'The blocks of this DataNode belong to another NameNode.',
    hint: 'Put back the folder of the right NameNode, or begin a new HDFS: cine cluster init --force',
  },
  HDFS_NAMENODE_DAMAGED: {
    sentence: 'The folder of the NameNode is damaged.',
    hint: 'Restore it from a copy, or begin a new, empty HDFS: cine cluster init --force',
  },
  HDFS_FORMAT_FAILED: {
    sentence: 'HDFS could not be formatted.',
    hint: 'Check the room and the rights of the cluster’s folder, then try again.',
  },
  YARN_UNREACHABLE: {
    sentence: 'YARN does not answer.',
    hint: 'Start YARN from the Cluster page; for another cluster, check yarn-site.xml.',
  },
  YARN_NOT_FOUND: {
    sentence: 'YARN does not know this application.',
    hint: 'It forgets them when it is restarted: the list shows those it knows.',
  },
  YARN_PERMISSION: {
    sentence: 'YARN does not allow this to this user.',
    hint: 'Only who submitted an application may end it: change HADOOP_USER_NAME.',
  },
  YARN_NOT_ENDING: {
    sentence: 'The application does not end.',
    hint: 'Open the log of the ResourceManager.',
  },
  YARN_QUEUE: {
    sentence: 'YARN does not take the job into this queue.',
    hint: 'Name a queue that exists: spark.yarn.queue=default',
  },
  YARN_NO_ROOM: {
    sentence: 'YARN has no room for this job.',
    hint: 'Stop other applications, or ask for less: spark.executor.memory=1g',
  },
  SPARK_FAILED: {
    sentence: 'The Spark job failed.',
    hint: 'Open the application in the Cluster page: its logs say more.',
  },
  SPARK_NOT_STARTED: {
    sentence: 'Spark could not be started.',
    hint: 'The Cluster page tells what is missing.',
  },
  SPARK_KILLED: {
    sentence: 'The application was stopped.',
    hint: 'Run it again; what it had begun to write is removed by Tidy up.',
  },
  SPARK_INPUT_MISSING: {
    sentence: 'A file that Spark was to read is not on HDFS.',
    hint: 'Send the raw files from the Cluster page, or check HDFS_RAW.',
  },
  EXECUTOR_OUT_OF_MEMORY: {
    sentence: 'An executor of Spark ran out of memory.',
    hint: 'Give it more: spark.executor.memory=4g; or use the local engine.',
  },
  DRIVER_OUT_OF_MEMORY: {
    sentence: 'The driver of Spark ran out of memory.',
    hint: 'Give it more: spark.driver.memory=4g; or use the local engine.',
  },
  CONTAINER_OUT_OF_MEMORY: {
    sentence: 'YARN killed a container that took more memory than it had asked for.',
    hint: 'Give it more room: spark.executor.memoryOverhead=1g; or use the local engine.',
  },
  EXECUTOR_LOST: {
    sentence: 'An executor of Spark was ended from outside, most often for want of memory.',
    hint: 'Give it more: spark.executor.memory=4g; or use the local engine.',
  },
  EXECUTOR_MEMORY_TOO_BIG: {
    sentence: 'The job asks for more memory than a container may have.',
    hint: 'Ask for less: spark.executor.memory=1g',
  },
  DRIVER_RESULT_TOO_BIG: {
    sentence: 'The driver of Spark was sent more than it may take.',
    hint: 'Raise the limit: spark.driver.maxResultSize=2g',
  },
  CONF_DIR_MISSING: {
    sentence: 'Spark does not know where the cluster is.',
    hint: 'Set HADOOP_CONF_DIR.',
  },
  CLASS_MISSING: {
    sentence: 'A Java class is missing, or two versions of a library do not go together.',
    hint: 'Spark must have the same version here and on the cluster: check SPARK_HOME.',
  },
} as const
