import type { ClientMessage, ServerMessage } from '../pipeline/protocol.ts'

/** What the page finds as `window.cine` in the desktop application. */
export interface CineBridge {
  readonly transport: 'electron'
  post(message: ClientMessage): void
  /** Every message of the engine's host, the status of the engine first. Returns what ends it. */
  onMessage(listener: (message: ServerMessage) => void): () => void
  /** The chosen files' paths; empty when cancelled. */
  pickFiles(): Promise<string[]>
  pickFolder(): Promise<string | null>
  /** Asks for the folder of another lake, and starts again on it when one is chosen. */
  openLake(): Promise<void>
  /** The page on paper, saved where the person says; the path, or null when cancelled. */
  savePdf(name: string): Promise<string | null>
  /** Where to save a file, by a dialog that begins with `name`; null when cancelled. */
  pickSaveFile(name: string): Promise<string | null>
  /** The path of a file that was dropped on the page. */
  pathForFile(file: File): string
  readonly platform: NodeJS.Platform
  readonly versions: { electron: string; chrome: string; node: string }
}
