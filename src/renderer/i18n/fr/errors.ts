/** By code: what happened (`sentence`) and what to do next (`hint`). A code without an entry is told in the
 * engine's own words. */
export default {
  next_step: 'À faire',
  retry: 'Réessayer',
  engine_says: 'Détail',
  NOTHING_PUBLISHED: {
    sentence: 'Aucun film n’est encore publié dans ce lac.',
    hint: 'Lancez le pipeline sur vos fichiers depuis l’accueil, ou essayez les données de démonstration.',
  },
} as const
