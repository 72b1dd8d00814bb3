/** The names that the preload and the main process say things under. */
export const CHANNELS = {
  /** Messages of `protocol.ts`, both ways. */
  engine: 'engine:message',
  /** A page has loaded and wants to be connected. */
  hello: 'engine:hello',
  pickFiles: 'dialog:pick-files',
  pickFolder: 'dialog:pick-folder',
  openLake: 'lake:open',
  savePdf: 'page:save-pdf',
  pickSaveFile: 'dialog:pick-save-file',
} as const
