import type { ClientMessage, ServerMessage } from '../pipeline/protocol.ts'

export type Language = 'fr' | 'en'

/** What the native menus ask of the page; the page has a command of each of these names. */
export type MenuCommand =
  | 'home'
  | 'explorer'
  | 'reports'
  | 'contributions'
  | 'quality'
  | 'sql'
  | 'cluster'
  | 'settings'
  | 'palette'
  | 'shortcuts'
  | 'tour'
  | 'diagnostics'
  | 'about'

/** Whether the system can keep a secret here, and whether it keeps the Kaggle token. */
export interface KeyStore {
  available: boolean
  saved: boolean
}

/** What the main process noted, without anything that says whose machine it is. */
export interface StudioEvent {
  at: string
  event: string
  name?: string
  ms?: number
  status?: string
  kind?: string
  reason?: string
  code?: string
}

/** What the page finds as `window.cine` in the desktop application. */
export interface CineBridge {
  readonly transport: 'electron'
  post(message: ClientMessage): void
  /** Every message of the engine's host, the status of the engine first. Returns what ends it. */
  onMessage(listener: (message: ServerMessage) => void): () => void
  /** The chosen files' paths; empty when cancelled. */
  pickFiles(): Promise<string[]>
  pickFolder(): Promise<string | null>
  /** Starts again on one of `recentLakes`; without one, asks for the folder of another lake first. */
  openLake(recent?: string): Promise<void>
  /** Lakes that were opened before, the latest first, without this one. */
  recentLakes(): Promise<string[]>
  /** The page on paper, saved where the person says; the path, or null when cancelled. */
  savePdf(name: string): Promise<string | null>
  /** Where to save a file, by a dialog that begins with `name`; null when cancelled. */
  pickSaveFile(name: string): Promise<string | null>
  /** The paths of files that the system asks to open, those from before the page was there first. */
  onOpenFiles(listener: (paths: string[]) => void): void
  /** The path of a file that was dropped on the page. */
  pathForFile(file: File): string
  /** The language last chosen in any window. */
  readonly language: Language
  setLanguage(language: Language): void
  /** What a native menu asks. Returns what ends it. */
  onCommand(listener: (command: MenuCommand) => void): () => void
  /** Tells outside the window, unless the window is in front. */
  notify(title: string, body: string): void
  /** What the main process noted lately. */
  studioEvents(): Promise<StudioEvent[]>
  keyStore(): Promise<KeyStore>
  /** Keeps the Kaggle token in the system's key store; null removes it. It cannot be read back from here. */
  keepKaggleToken(token: string | null): Promise<KeyStore>
  readonly platform: NodeJS.Platform
  readonly versions: { electron: string; chrome: string; node: string }
}
