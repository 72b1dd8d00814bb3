import { availableParallelism } from 'node:os'
import { CineError } from '../../errors.ts'

const MIB = 2 ** 20
/** What each thread needs to read, sort and write at a good pace, and beyond which more does not help it. */
const OF_THREAD = 240 * MIB
const MOST_OF_THREAD = 600 * MIB
/** Of the bytes of the files, what is kept in memory rather than spilled. */
const OF_FILES = 1 / 8

/**
 * What a run wants DuckDB to hold in memory for files of `bytes`, whatever the machine could give: on two cores the
 * whole process stays below 1 GB for half a gigabyte of files, below 2 GB for ten times that. The rest is spilled.
 */
export function wantedMemory(bytes: number, threads = availableParallelism()): number {
  return Math.min(threads * OF_THREAD + bytes * OF_FILES, threads * MOST_OF_THREAD)
}

export function isOutOfMemory(error: unknown): boolean {
  return error instanceof CineError && error.code === 'OUT_OF_MEMORY'
}
