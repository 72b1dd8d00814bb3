import type { CheckedParams, Contribution, ContributionsList, EngineEvent, ScoreReading } from '../api.ts'
import {
  addReview,
  defaultAuthor,
  editFilm,
  handover,
  importHandover,
  journalEntries,
  listContributions,
  readScore,
  redo,
  settleMatch,
  undo,
} from '../contributions/index.ts'
import { openDuck } from '../duck/index.ts'
import { CineError } from '../errors.ts'
import type { LakeLayout } from '../lake/layout.ts'
import { ambiguousPair } from '../quality/index.ts'
import type { PublishedRun } from './published.ts'

type Answer = Promise<{ contribution: Contribution }>

/** What people contribute, on the published run; everyone who listens is told. */
export class Contributions {
  readonly #layout: LakeLayout
  readonly #published: PublishedRun
  readonly #emit: (event: EngineEvent) => void

  constructor(layout: LakeLayout, published: PublishedRun, emit: (event: EngineEvent) => void) {
    this.#layout = layout
    this.#published = published
    this.#emit = emit
  }

  async list(): Promise<ContributionsList> {
    try {
      return await this.#published.use((run) => listContributions(this.#layout, run))
    } catch (error) {
      if (!(error instanceof CineError && error.code === 'NOTHING_PUBLISHED')) throw error
      return listContributions(this.#layout, null)
    }
  }

  /** Needs no published run: the form reads a score while it is typed. */
  async score({ score }: CheckedParams<'contributions.score'>): Promise<ScoreReading> {
    const duck = await openDuck({ threads: 1 })
    try {
      return await readScore(duck, score)
    } finally {
      duck.close()
    }
  }

  async review(params: CheckedParams<'contributions.review'>): Answer {
    return this.#told(await this.#published.use((run) => addReview(this.#layout, run, params)))
  }

  async film(params: CheckedParams<'contributions.film'>): Answer {
    return this.#told(await this.#published.use((run) => editFilm(this.#layout, run, params)))
  }

  async match(params: CheckedParams<'contributions.match'>): Answer {
    return this.#told(
      await this.#published.use(async ({ duck, manifest: { run_id } }) =>
        settleMatch(
          this.#layout,
          { run_id, pair: await ambiguousPair(duck, this.#layout, run_id, params) },
          params,
        ),
      ),
    )
  }

  async undo({ id, author = defaultAuthor() }: CheckedParams<'contributions.undo'>): Answer {
    return this.#told((await undo(this.#layout, author, id)).id)
  }

  async redo({ id, author = defaultAuthor() }: CheckedParams<'contributions.redo'>): Answer {
    return this.#told((await redo(this.#layout, author, id)).id)
  }

  async export(): Promise<{ document: unknown }> {
    return { document: handover(await journalEntries(this.#layout)) }
  }

  async import({ document }: CheckedParams<'contributions.import'>) {
    const result = await importHandover(this.#layout, document)
    if (result.imported > 0) this.#emit({ type: 'contributed' })
    return result
  }

  /** The contribution as it now stands. */
  async #told(id: string): Answer {
    this.#emit({ type: 'contributed' })
    const { contributions } = await this.list()
    const contribution = contributions.find((each) => each.id === id)
    if (!contribution) throw new Error(`The journal has lost the contribution ${id}.`)
    return { contribution }
  }
}
