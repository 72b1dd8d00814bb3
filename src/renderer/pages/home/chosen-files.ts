import { create } from 'zustand'

import type { ErrorPayload } from '../../../pipeline/errors.ts'
import { engine, toErrorPayload } from '../../bridge/engine.ts'
import { afterRecognition, type ChosenFiles, nothingChosen, without } from './chosen-state.ts'

interface Chosen extends ChosenFiles {
  /** How many paths are being looked at. */
  reading: number
  error: ErrorPayload | null
}

/** What is to be landed with the next run. */
export const useChosenFiles = create<Chosen>()(() => ({ ...nothingChosen, reading: 0, error: null }))

/** Has the engine look at files (or at a folder), and adds what it says of them. */
export async function choosePaths(paths: string[]): Promise<void> {
  if (paths.length === 0) return
  const reading = (change: number) =>
    useChosenFiles.setState((state) => ({ reading: state.reading + change }))
  reading(1)
  useChosenFiles.setState({ error: null })
  try {
    const { files } = await engine.request('ingest.recognise', { paths })
    useChosenFiles.setState((state) => afterRecognition(state, files))
  } catch (error) {
    useChosenFiles.setState({ error: toErrorPayload(error) })
  } finally {
    reading(-1)
  }
}

export const removeFile = (path: string) => useChosenFiles.setState((state) => without(state, path))
export const clearFiles = () => useChosenFiles.setState({ ...nothingChosen, error: null })
