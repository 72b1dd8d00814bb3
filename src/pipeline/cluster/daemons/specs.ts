import type { DaemonName } from '../../api.ts'
import type { PortName } from '../ports.ts'

export interface DaemonSpec {
  /** As people call it. */
  title: string
  main: string
  /** Upper limit of its heap in MB: four daemons and a Spark job must fit on a laptop. */
  heap_mb: number
  /** The first is the one that others connect to. */
  ports: readonly [PortName, ...PortName[]]
  /** Where its REST interface answers. */
  http: PortName
}

export const DAEMONS: Record<DaemonName, DaemonSpec> = {
  namenode: {
    title: 'NameNode',
    main: 'org.apache.hadoop.hdfs.server.namenode.NameNode',
    heap_mb: 256,
    ports: ['namenode_rpc', 'namenode_http'],
    http: 'namenode_http',
  },
  datanode: {
    title: 'DataNode',
    main: 'org.apache.hadoop.hdfs.server.datanode.DataNode',
    heap_mb: 224,
    ports: ['datanode', 'datanode_http', 'datanode_ipc'],
    http: 'datanode_http',
  },
  resourcemanager: {
    title: 'ResourceManager',
    main: 'org.apache.hadoop.yarn.server.resourcemanager.ResourceManager',
    heap_mb: 256,
    ports: [
      'resourcemanager',
      'resourcemanager_scheduler',
      'resourcemanager_tracker',
      'resourcemanager_admin',
      'resourcemanager_http',
    ],
    http: 'resourcemanager_http',
  },
  nodemanager: {
    title: 'NodeManager',
    main: 'org.apache.hadoop.yarn.server.nodemanager.NodeManager',
    heap_mb: 192,
    ports: ['nodemanager', 'nodemanager_localizer', 'nodemanager_http', 'nodemanager_collector'],
    http: 'nodemanager_http',
  },
}

export const START_ORDER: readonly DaemonName[] = ['namenode', 'datanode', 'resourcemanager', 'nodemanager']
export const STOP_ORDER = START_ORDER.toReversed()
