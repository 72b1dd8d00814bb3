import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../../../src/pipeline/contributions/entry.ts'
import { activeEntries, journalState } from '../../../src/pipeline/contributions/state.ts'
import { filmEntry, reviewEntry } from '../../helpers/contributions.ts'

const turn = (kind: 'undo' | 'redo', target: string): Entry => ({
  id: randomUUID(),
  author: 'ana',
  created_at: new Date().toISOString(),
  kind,
  target,
})

test('undo takes back the latest, redo brings back the latest undone', () => {
  const [one, two] = [filmEntry(1), filmEntry(2)]
  const entries: Entry[] = [one, two, turn('undo', two.id), turn('undo', one.id)]
  expect(journalState(entries)).toMatchObject({ undoable: null, redoable: one.id })
  entries.push(turn('redo', one.id))
  expect(journalState(entries)).toMatchObject({ undoable: one.id, redoable: two.id })
  expect(activeEntries(entries)).toEqual([one])
})

test('what is contributed after an undo ends what could be redone', () => {
  const [one, two] = [filmEntry(1), reviewEntry()]
  const entries = [one, turn('undo', one.id), two]
  expect(journalState(entries)).toMatchObject({ undoable: two.id, redoable: null })
})

test('lines that say nothing new, or of what is not there, change nothing', () => {
  const one = filmEntry(1)
  const noise = [turn('redo', one.id), turn('undo', randomUUID()), one]
  expect(journalState([one, ...noise])).toEqual(journalState([one]))
})

test('any line of undos and redos that the state offers keeps the journal whole', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('add', 'undo', 'redo')), (acts) => {
      const entries: Entry[] = []
      /** What an editor would do, on two stacks. */
      let done: string[] = []
      let undone: string[] = []
      for (const act of acts) {
        const state = journalState(entries)
        if (act === 'add') {
          const entry = filmEntry(entries.length + 1)
          entries.push(entry)
          done.push(entry.id)
          undone = []
        } else {
          const [from, to] = act === 'undo' ? [done, undone] : [undone, done]
          const target = act === 'undo' ? state.undoable : state.redoable
          expect(target).toBe(from.at(-1) ?? null)
          if (target === null) continue
          entries.push(turn(act, target))
          to.push(from.pop() as string)
        }
        expect(activeEntries(entries).map(({ id }) => id)).toEqual(done)
        done = [...done]
      }
    }),
  )
})
