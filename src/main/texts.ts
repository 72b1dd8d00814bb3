import { app } from 'electron'

const FR = {
  file: 'Fichier',
  openLake: 'Ouvrir un autre lac…',
  quit: 'Quitter',
  edit: 'Édition',
  view: 'Affichage',
  window: 'Fenêtre',
  sourceFiles: 'Fichiers de films (CSV, TSV, gz)',
  exportAs: 'Exporter vers un fichier',
  exported: { csv: 'CSV', xlsx: 'Classeur Excel', parquet: 'Parquet' },
  crashed: 'La fenêtre s’est arrêtée.',
  crashedDetail: 'Rien n’est perdu : ce qui a été publié est intact. Faut-il la rouvrir ?',
  reopen: 'Rouvrir',
}
const EN: typeof FR = {
  file: 'File',
  openLake: 'Open another lake…',
  quit: 'Quit',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  sourceFiles: 'Film files (CSV, TSV, gz)',
  exportAs: 'Export to a file',
  exported: { csv: 'CSV', xlsx: 'Excel workbook', parquet: 'Parquet' },
  crashed: 'The window has stopped.',
  crashedDetail: 'Nothing is lost: what was published is untouched. Open it again?',
  reopen: 'Open again',
}

/** The few words that are Electron's to show, in the language of the system: French unless English. */
export function texts(): typeof FR {
  return app.getLocale().startsWith('en') ? EN : FR
}
