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
  recentLakes: 'lake:recent',
  language: 'window:language',
  command: 'menu:command',
  notify: 'window:notify',
  studioEvents: 'log:events',
  keyStore: 'kaggle:key-store',
  keepKaggleToken: 'kaggle:keep-token',
  /** A page listens for files to open; then, each time there are some, their paths. */
  openFiles: 'files:open',
} as const

/** How the main process tells a preload the language, which it needs before anything can be asked. */
export const LANGUAGE_SWITCH = '--cine-language='
