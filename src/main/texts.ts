import type { Language } from '../preload/bridge.ts'

const FR = {
  file: 'Fichier',
  openLake: 'Ouvrir un autre lac…',
  recentLakes: 'Lacs récents',
  quit: 'Quitter',
  edit: 'Édition',
  undo: 'Annuler',
  redo: 'Rétablir',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  selectAll: 'Tout sélectionner',
  view: 'Affichage',
  pages: {
    home: 'Accueil',
    explorer: 'Explorer',
    reports: 'Rapports',
    contributions: 'Contributions',
    quality: 'Qualité',
    sql: 'SQL',
    cluster: 'Cluster',
    settings: 'Réglages',
  },
  palette: 'Chercher un film, une page, une action…',
  resetZoom: 'Taille réelle',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  fullScreen: 'Plein écran',
  reload: 'Recharger la fenêtre',
  devTools: 'Outils de développement',
  window: 'Fenêtre',
  minimise: 'Réduire dans la barre',
  close: 'Fermer',
  help: 'Aide',
  shortcuts: 'Raccourcis clavier',
  tour: 'Visite guidée',
  diagnostics: 'Enregistrer un diagnostic…',
  about: 'À propos de Ciné DataLake Studio',
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
  recentLakes: 'Recent lakes',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  pages: {
    home: 'Home',
    explorer: 'Explorer',
    reports: 'Reports',
    contributions: 'Contributions',
    quality: 'Quality',
    sql: 'SQL',
    cluster: 'Cluster',
    settings: 'Settings',
  },
  palette: 'Search for a film, a page, an action…',
  resetZoom: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  reload: 'Reload the window',
  devTools: 'Developer tools',
  window: 'Window',
  minimise: 'Minimise',
  close: 'Close',
  help: 'Help',
  shortcuts: 'Keyboard shortcuts',
  tour: 'Guided tour',
  diagnostics: 'Save a diagnostic…',
  about: 'About Ciné DataLake Studio',
  sourceFiles: 'Film files (CSV, TSV, gz)',
  exportAs: 'Export to a file',
  exported: { csv: 'CSV', xlsx: 'Excel workbook', parquet: 'Parquet' },
  crashed: 'The window has stopped.',
  crashedDetail: 'Nothing is lost: what was published is untouched. Open it again?',
  reopen: 'Open again',
}

let language: Language = 'fr'

/** The language of the window, which its page says. */
export function speak(next: Language): void {
  language = next
}

/** The few words that are Electron's to show, in the language of the window. */
export function texts(): typeof FR {
  return language === 'en' ? EN : FR
}
