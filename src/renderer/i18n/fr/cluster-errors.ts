/** Errors of the cluster, by code, as those of `errors.ts`. */
export default {
  JAVA_MISSING: {
    sentence: 'Aucun Java n’a été trouvé.',
    hint: 'Installez un Java 17 ou plus récent, ou indiquez-le par JAVA_HOME.',
  },
  JAVA_HOME_WRONG: {
    sentence: 'JAVA_HOME ne désigne pas un Java.',
    hint: 'Corrigez JAVA_HOME, ou retirez-le.',
  },
  JAVA_BROKEN: {
    sentence: 'Ce Java ne démarre pas.',
    hint: 'Réinstallez-le, ou désignez-en un autre par JAVA_HOME.',
  },
  JAVA_TOO_OLD: {
    sentence: 'Ce Java est trop ancien.',
    hint: 'Désignez un Java 17 ou plus récent par JAVA_HOME.',
  },
  JAVA_TOO_NEW: {
    sentence: 'Ce Java est trop récent pour ce Spark.',
    hint: 'Désignez un Java 17 par JAVA_HOME.',
  },
  JAVA_UNTRIED: {
    sentence: 'Ce Java est plus récent que ceux qui ont été essayés.',
    hint: 'S’il pose problème, désignez un Java 17 ou 21 par JAVA_HOME.',
  },
  JAVA_VERSION_CLASH: {
    sentence: 'Ce Java et ce Spark ou cet Hadoop ne vont pas ensemble.',
    hint: 'Désignez par JAVA_HOME un Java 17 ou 21, le même sur toutes les machines.',
  },
  PYTHON_MISSING: {
    sentence: 'Aucun Python utilisable n’a été trouvé.',
    hint: 'Installez Python 3.11 ou plus récent, ou désignez-le par PYSPARK_PYTHON.',
  },
  PYTHON_TOO_OLD: {
    sentence: 'Ce Python est trop ancien pour Spark.',
    hint: 'Désignez un Python 3.11 ou plus récent par PYSPARK_PYTHON.',
  },
  PYTHON_NO_VENV: {
    sentence: 'Ce Python ne sait pas créer d’environnement virtuel.',
    hint: 'Installez son module venv, puis réessayez.',
  },
  PYSPARK_PYTHON_WRONG: {
    sentence: 'PYSPARK_PYTHON ne désigne pas un Python qui démarre.',
    hint: 'Corrigez PYSPARK_PYTHON, ou retirez-le.',
  },
  PYTHON_VERSION_CLASH: {
    sentence: 'Les exécuteurs et le pilote de Spark n’ont pas le même Python.',
    hint: 'Désignez par PYSPARK_PYTHON un Python présent sur toutes les machines.',
  },
  PYTHON_MODULE_MISSING: {
    sentence: 'Il manque un module au Python du travail.',
    hint: 'Installez-le dans ce Python, sur toutes les machines.',
  },
  MAVEN_MISSING: {
    sentence: 'Maven n’a pas été trouvé : il sert à télécharger Hadoop.',
    hint: 'Installez Maven, puis réessayez.',
  },
  HADOOP_MISSING: {
    sentence: 'Hadoop n’est pas installé.',
    hint: 'Utilisez le bouton « Installer Hadoop et Spark » de la page Cluster.',
  },
  HADOOP_HOME_WRONG: {
    sentence: 'HADOOP_HOME ne désigne pas un Hadoop.',
    hint: 'Corrigez HADOOP_HOME, ou retirez-le pour utiliser celui du studio.',
  },
  HADOOP_CONF_MISSING: {
    sentence: 'Les réglages de Hadoop ne sont pas là où ils devraient être.',
    hint: 'Corrigez HADOOP_CONF_DIR, ou retirez-le.',
  },
  HADOOP_CONF_BROKEN: {
    sentence: 'Un fichier de réglages de Hadoop ne peut pas être lu.',
    hint: 'Corrigez ce fichier.',
  },
  SPARK_MISSING: {
    sentence: 'Spark n’est pas installé.',
    hint: 'Utilisez le bouton « Installer Hadoop et Spark » de la page Cluster.',
  },
  SPARK_HOME_WRONG: {
    sentence: 'SPARK_HOME ne désigne pas un Spark.',
    hint: 'Corrigez SPARK_HOME, ou retirez-le pour utiliser celui du studio.',
  },
  SPARK_TOO_OLD: {
    sentence: 'Ce Spark est trop ancien.',
    hint: 'Désignez un Spark 3.5 ou plus récent par SPARK_HOME, ou installez celui du studio.',
  },
  INSTALL_OFFLINE: {
    sentence: 'Le dépôt d’où vient l’installation ne répond pas.',
    hint: 'Vérifiez le réseau, puis réessayez : ce qui est déjà là n’est pas repris.',
  },
  INSTALL_FAILED: {
    sentence: 'L’installation a échoué.',
    hint: 'Lisez le détail, puis réessayez : ce qui est déjà là n’est pas repris.',
  },
  INSTALL_BUSY: {
    sentence: 'Une installation est déjà en cours.',
    hint: 'Attendez qu’elle finisse.',
  },
  INSTALL_ALTERED: {
    sentence: 'Un fichier téléchargé n’est pas celui qui était attendu : il n’est pas gardé.',
    hint: 'Vérifiez votre miroir Maven ou PyPI, puis réessayez.',
  },
  PORTS_TAKEN: {
    sentence: 'Des ports habituels de Hadoop sont pris par d’autres programmes.',
    hint: 'Rien à faire : d’autres ports seront choisis et retenus.',
  },
  MEMORY_LOW: {
    sentence: 'Il reste peu de mémoire pour le cluster et un travail Spark.',
    hint: 'Fermez d’autres programmes, ou utilisez le moteur local.',
  },
  DISK_LOW: {
    sentence: 'Il reste trop peu de place sur un disque.',
    hint: 'Libérez de la place, ou désignez un autre dossier par CINE_CACHE ou CINE_CLUSTER_HOME.',
  },
  CLUSTER_PLATFORM: {
    sentence: 'Les services du cluster ne démarrent pas sous Windows.',
    hint: 'Utilisez le studio dans WSL, ou désignez un cluster par HADOOP_CONF_DIR ; le moteur local n’en a pas besoin.',
  },
  CLUSTER_WRONG_FS: {
    sentence: 'Le système de fichiers par défaut n’est pas HDFS.',
    hint: 'Dans core-site.xml, fs.defaultFS doit être hdfs://HÔTE:PORT ; vérifiez HADOOP_CONF_DIR.',
  },
  CLUSTER_NOT_OURS: {
    sentence: 'Ce cluster n’est pas de ceux que le studio démarre ou arrête.',
    hint: 'Démarrez-le ou arrêtez-le par ses propres outils.',
  },
  CLUSTER_BUSY: {
    sentence: 'Une autre commande démarre ou arrête le cluster.',
    hint: 'Attendez qu’elle ait fini, puis réessayez.',
  },
  CLUSTER_TIMEOUT: {
    sentence: 'Un service n’a pas répondu à temps.',
    hint: 'Ouvrez son journal, puis réessayez.',
  },
  CLUSTER_DAEMON_DIED: {
    sentence: 'Un service s’est arrêté juste après son démarrage.',
    hint: 'Ouvrez son journal : il en dit plus.',
  },
  CLUSTER_SURVIVOR: {
    sentence: 'Un service ne s’arrête pas.',
    hint: 'Arrêtez ce processus vous-même.',
  },
  CLUSTER_PORT_TAKEN: {
    sentence: 'Le port d’un service vient d’être pris par un autre programme.',
    hint: 'Démarrez à nouveau : un autre port sera choisi.',
  },
  CLUSTER_NO_PORT: {
    sentence: 'Aucun port libre n’a été trouvé.',
    hint: 'Fermez des programmes qui en tiennent, puis réessayez.',
  },
  CLUSTER_HOME_PATH: {
    sentence: 'Hadoop ne comprend pas le nom du dossier du cluster.',
    hint: 'Choisissez par CINE_CLUSTER_HOME un dossier sans espace ni ponctuation.',
  },
  CLUSTER_SCRIPT_FAILED: {
    sentence: 'Un script de votre Hadoop a échoué.',
    hint: 'Lisez ce qu’il dit, et vérifiez JAVA_HOME dans hadoop-env.sh.',
  },
  HDFS_UNREACHABLE: {
    sentence: 'HDFS ne répond pas.',
    hint: 'Démarrez HDFS depuis la page Cluster ; pour un autre cluster, vérifiez HADOOP_CONF_DIR et le réseau.',
  },
  HDFS_STANDBY: {
    sentence: 'Ce NameNode est en réserve.',
    hint: 'Réessayez dans un instant : un autre prend le relais.',
  },
  HDFS_SAFE_MODE: {
    sentence: 'HDFS est en mode sans échec et n’accepte aucun changement.',
    hint: 'Il en sort de lui-même quand ses blocs sont là ; s’il y a été mis à la main : hdfs dfsadmin -safemode leave',
  },
  HDFS_SAFE_MODE_STUCK: {
    sentence: 'HDFS n’est pas sorti à temps du mode sans échec.',
    hint: 'Le détail dit ce qui manque ; s’il y a été mis à la main : hdfs dfsadmin -safemode leave',
  },
  HDFS_PERMISSION: {
    sentence: 'HDFS ne le permet pas à cet utilisateur.',
    hint: 'Donnez-lui les droits (hdfs dfs -chmod 775 DOSSIER), ou changez HADOOP_USER_NAME.',
  },
  HDFS_QUOTA: {
    sentence: 'Un quota de HDFS est atteint.',
    hint: 'Supprimez d’anciens fichiers (Nettoyage), ou relevez le quota : hdfs dfsadmin -setSpaceQuota',
  },
  HDFS_DISK_FULL: {
    sentence: 'Les disques de HDFS sont pleins.',
    hint: 'Libérez de la place : le Nettoyage dit ce qui peut partir.',
  },
  HDFS_NO_DATANODE: {
    sentence: 'HDFS n’a aucun DataNode pour ces blocs.',
    hint: 'Démarrez ce qui manque depuis la page Cluster, puis recommencez.',
  },
  HDFS_DATANODE_LOST: {
    sentence: 'Le DataNode s’est interrompu.',
    hint: 'Démarrez ce qui manque depuis la page Cluster, puis recommencez : ce qui est arrivé entier n’est pas renvoyé.',
  },
  HDFS_NOT_FOUND: {
    sentence: 'Il n’y a rien à cet endroit de HDFS.',
    hint: 'Vérifiez le chemin : quelqu’un a pu le supprimer.',
  },
  HDFS_NOT_EMPTY: {
    sentence: 'Ce dossier n’est pas vide.',
    hint: 'Supprimez-le avec ce qu’il contient.',
  },
  HDFS_EXISTS: {
    sentence: 'Il y a déjà quelque chose à cet endroit.',
    hint: 'Choisissez un autre endroit.',
  },
  HDFS_GUARDED: {
    sentence: 'Ce dossier ne peut pas être supprimé d’ici.',
    hint: 'Seul ce qui est dans les dossiers du lac peut l’être.',
  },
  HDFS_BAD_NAME: {
    sentence: 'HDFS n’accepte pas ce nom.',
    hint: 'Renommez le fichier, sans deux-points.',
  },
  HDFS_CORRUPT: {
    sentence: 'Ce qui est arrivé n’est pas ce qui avait été envoyé.',
    hint: 'Recommencez ; si cela revient, vérifiez le disque du DataNode.',
  },
  HDFS_REFUSED: {
    sentence: 'HDFS a refusé.',
    hint: 'Le journal du NameNode peut en dire plus.',
  },
  HDFS_KERBEROS: {
    sentence: 'Ce cluster demande Kerberos, que le studio ne parle pas.',
    hint: 'Utilisez les outils de ce cluster.',
  },
  HDFS_IDS_DIFFER: {
    sentence: 'Les blocs de ce DataNode appartiennent à un autre NameNode.',
    hint: 'Remettez le dossier du bon NameNode, ou recommencez un HDFS : cine cluster init --force',
  },
  HDFS_NAMENODE_DAMAGED: {
    sentence: 'Le dossier du NameNode est endommagé.',
    hint: 'Remettez-le d’une copie, ou recommencez un HDFS, vide : cine cluster init --force',
  },
  HDFS_FORMAT_FAILED: {
    sentence: 'HDFS n’a pas pu être formaté.',
    hint: 'Vérifiez la place et les droits du dossier du cluster, puis réessayez.',
  },
  YARN_UNREACHABLE: {
    sentence: 'YARN ne répond pas.',
    hint: 'Démarrez YARN depuis la page Cluster ; pour un autre cluster, vérifiez yarn-site.xml.',
  },
  YARN_NOT_FOUND: {
    sentence: 'YARN ne connaît pas cette application.',
    hint: 'Il les oublie quand il redémarre : la liste montre celles qu’il connaît.',
  },
  YARN_PERMISSION: {
    sentence: 'YARN ne le permet pas à cet utilisateur.',
    hint: 'Seul qui a lancé une application peut l’arrêter : changez HADOOP_USER_NAME.',
  },
  YARN_NOT_ENDING: {
    sentence: 'L’application ne s’arrête pas.',
    hint: 'Ouvrez le journal du ResourceManager.',
  },
  YARN_QUEUE: {
    sentence: 'YARN n’accepte pas le travail dans cette file.',
    hint: 'Nommez une file qui existe : spark.yarn.queue=default',
  },
  YARN_NO_ROOM: {
    sentence: 'YARN n’a pas la place pour ce travail.',
    hint: 'Arrêtez d’autres applications, ou demandez moins : spark.executor.memory=1g',
  },
  SPARK_FAILED: {
    sentence: 'Le travail Spark a échoué.',
    hint: 'Ouvrez l’application dans la page Cluster : ses journaux en disent plus.',
  },
  SPARK_NOT_STARTED: {
    sentence: 'Spark n’a pas pu être lancé.',
    hint: 'La page Cluster dit ce qui manque.',
  },
  SPARK_KILLED: {
    sentence: 'L’application a été arrêtée.',
    hint: 'Relancez-la ; ce qu’elle avait commencé à écrire se supprime par le Nettoyage.',
  },
  SPARK_INPUT_MISSING: {
    sentence: 'Un fichier que Spark devait lire n’est pas sur HDFS.',
    hint: 'Envoyez les fichiers reçus depuis la page Cluster, ou vérifiez HDFS_RAW.',
  },
  EXECUTOR_OUT_OF_MEMORY: {
    sentence: 'Un exécuteur de Spark a manqué de mémoire.',
    hint: 'Donnez-lui davantage : spark.executor.memory=4g ; ou utilisez le moteur local.',
  },
  DRIVER_OUT_OF_MEMORY: {
    sentence: 'Le pilote de Spark a manqué de mémoire.',
    hint: 'Donnez-lui davantage : spark.driver.memory=4g ; ou utilisez le moteur local.',
  },
  CONTAINER_OUT_OF_MEMORY: {
    sentence: 'YARN a arrêté un conteneur qui prenait plus de mémoire que demandé.',
    hint: 'Donnez-lui de la marge : spark.executor.memoryOverhead=1g ; ou utilisez le moteur local.',
  },
  EXECUTOR_LOST: {
    sentence: 'Un exécuteur de Spark a été arrêté de l’extérieur, le plus souvent faute de mémoire.',
    hint: 'Donnez-lui davantage : spark.executor.memory=4g ; ou utilisez le moteur local.',
  },
  EXECUTOR_MEMORY_TOO_BIG: {
    sentence: 'Le travail demande plus de mémoire qu’un conteneur ne peut en avoir.',
    hint: 'Demandez moins : spark.executor.memory=1g',
  },
  DRIVER_RESULT_TOO_BIG: {
    sentence: 'Le pilote de Spark a reçu plus qu’il ne peut prendre.',
    hint: 'Relevez la limite : spark.driver.maxResultSize=2g',
  },
  CONF_DIR_MISSING: {
    sentence: 'Spark ne sait pas où est le cluster.',
    hint: 'Indiquez HADOOP_CONF_DIR.',
  },
  CLASS_MISSING: {
    sentence: 'Il manque une classe Java, ou deux versions d’une bibliothèque se contredisent.',
    hint: 'Spark doit avoir la même version ici et sur le cluster : vérifiez SPARK_HOME.',
  },
} as const
