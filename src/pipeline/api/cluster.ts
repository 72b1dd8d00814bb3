/** The part of the contract that is on the cluster: HDFS, YARN and Spark. */
import { z } from 'zod'
import type { DoctorReport, InstallResult } from './cluster-doctor.ts'
import type { HdfsListing, HdfsRemoval, PullResult, PushResult } from './cluster-hdfs.ts'
import {
  type ClusterDownResult,
  type ClusterLog,
  type ClusterStatus,
  type ClusterUpResult,
  DAEMON_NAMES,
  type PurgeResult,
  startOptions,
} from './cluster-state.ts'
import type { ApplicationDetail, YarnApplication } from './cluster-yarn.ts'
import { entry } from './entry.ts'

const applicationId = z
  .string()
  .regex(/^application_\d{1,15}_\d{1,10}$/, 'It must be an id such as application_1700000000000_0001')

const hdfsPath = z.string().min(1).max(4000)

export const clusterApi = {
  'cluster.doctor': entry<DoctorReport>()(z.strictObject({})),
  'cluster.install': entry<InstallResult>()(z.strictObject({})),
  'cluster.up': entry<ClusterUpResult>()(z.strictObject(startOptions)),
  /** As `up`, for a new HDFS: the one request that erases one, when it is told to. */
  'cluster.init': entry<ClusterUpResult>()(
    z.strictObject({
      ...startOptions,
      /** Erases the HDFS that is there, with everything in it. */
      force: z.boolean().default(false),
    }),
  ),
  'cluster.down': entry<ClusterDownResult>()(z.strictObject({})),
  'cluster.status': entry<ClusterStatus>()(z.strictObject({})),
  /** The last lines that a daemon wrote. */
  'cluster.log': entry<ClusterLog>()(
    z.strictObject({ daemon: z.enum(DAEMON_NAMES), lines: z.int().min(1).max(10_000).default(200) }),
  ),
  /** Sends what `raw/` holds and HDFS lacks, or holds differently. */
  'cluster.push': entry<PushResult>()(z.strictObject({})),
  'cluster.browse': entry<HdfsListing>()(
    z.strictObject({ path: hdfsPath.optional(), limit: z.int().min(1).max(10_000).default(1000) }),
  ),
  /** Brings a file or a folder of HDFS into a folder here. */
  'cluster.pull': entry<PullResult>()(z.strictObject({ path: hdfsPath, to: z.string().min(1) })),
  /** Removes from HDFS; the caller has asked first. */
  'cluster.remove': entry<HdfsRemoval>()(
    z.strictObject({ path: hdfsPath, recursive: z.boolean().default(false), confirmed: z.literal(true) }),
  ),
  /** What YARN runs and ran, the latest first. */
  'cluster.applications': entry<{ applications: YarnApplication[] }>()(
    z.strictObject({
      /** Only those that are not over. */
      open: z.boolean().default(false),
      limit: z.int().min(1).max(1000).default(50),
    }),
  ),
  /** One of them, with the cause of its failure and the end of its logs. */
  'cluster.application': entry<ApplicationDetail>()(
    z.strictObject({ id: applicationId, lines: z.int().min(1).max(10_000).default(100) }),
  ),
  /** Lists what was left behind by work that is over; with `remove`, removes it, or the `ids` of it. */
  'cluster.purge': entry<PurgeResult>()(
    z.strictObject({
      remove: z.boolean().default(false),
      ids: z.array(z.string().max(5000)).max(10_000).optional(),
    }),
  ),
  'cluster.kill': entry<{ application: YarnApplication }>()(z.strictObject({ id: applicationId })),
} as const
