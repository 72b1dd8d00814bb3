import type { Command } from 'commander'
import type { Context } from './context.ts'

export interface Failure {
  message: string
  hint?: string | null
}

/** What a verb ends in. */
export interface Outcome {
  /** Its one JSON document, and the same for people; left out by a verb that prints by itself. */
  answer?: { json: unknown; text: () => string }
  /** What went wrong with parts of it, for people; the document tells it by itself. */
  failures?: readonly Failure[]
  /** 0 when left out. */
  exitCode?: number
  /** What comes after the answer was printed, such as a window that stays open. Gives the exit code. */
  after?: () => Promise<number>
}

/** A verb's own work, given the options and the arguments that commander parsed. */
export type Work<Options> = (context: Context, options: Options, args: readonly string[]) => Promise<Outcome>

/** Wraps a verb's work as a commander action. */
export type Act = <Options>(work: Work<Options>) => (this: Command) => Promise<void>

/** Adds a verb to the program. One file of `verbs/` each. */
export type Define = (program: Command, act: Act) => void
