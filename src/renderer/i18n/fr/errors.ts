/** By code: what happened (`sentence`) and what to do next (`hint`). `sentence_…` and `hint_…` are
 * of the reason that the error's details give. A code without an entry is told in the engine's own words. */
export default {
  next_step: 'À faire :',
  retry: 'Réessayer',
  engine_says: 'Détail :',
  NOTHING_PUBLISHED: {
    sentence: 'Aucun film n’est encore publié dans ce lac.',
    hint: 'Lancez le pipeline sur vos fichiers depuis l’accueil, ou essayez les données de démonstration.',
  },
  FILM_NOT_FOUND: {
    sentence: 'Ce film n’est pas dans le lac.',
    hint: 'Cherchez-le par son titre : une nouvelle exécution a pu lui donner un autre identifiant.',
  },
  TABLE_MISSING: {
    sentence: 'Un fichier des tables publiées manque ou n’est plus celui qui a été publié.',
    hint: 'Relancez le pipeline en recalculant tout : les fichiers reçus sont intacts.',
  },
  EXPORT_FORMAT: {
    sentence: 'Ce format d’export n’est pas connu.',
    hint: 'Donnez un nom de fichier en .csv, .parquet ou .xlsx.',
  },
  EXPORT_FOLDER: {
    sentence: 'Le dossier choisi n’existe pas.',
    hint: 'Créez-le d’abord, ou choisissez-en un autre.',
  },
  EXPORT_INTO_LAKE: {
    sentence: 'Ce fichier serait dans le lac, où seules les exécutions écrivent.',
    hint: 'Choisissez un dossier hors du lac.',
  },
  EXPORT_LOST: {
    sentence: 'La connexion au moteur a été perdue avant la fin de l’export.',
    hint: 'Réessayez.',
  },
  DISK_FULL: {
    sentence: 'Le disque est plein.',
    hint: 'Libérez de la place, puis réessayez : rien n’a été écrit à moitié.',
  },
  PERMISSION_DENIED: {
    sentence: 'L’accès à ce dossier est refusé.',
    hint: 'Vérifiez ses droits, ou choisissez-en un autre.',
  },
  RUN_UNKNOWN: {
    sentence: 'Cette exécution n’est pas dans ce lac.',
    hint: 'Choisissez-en une dans la liste des exécutions.',
  },
  RUN_NOT_PUBLISHED: {
    sentence: 'Cette exécution n’a jamais été publiée.',
    hint: 'Choisissez une exécution publiée.',
  },
  RUN_PRUNED: {
    sentence: 'Les tables de cette exécution ne sont plus gardées.',
    hint: 'Choisissez une exécution dont les tables sont gardées.',
  },
  RUN_DAMAGED: {
    sentence: 'Un fichier de cette exécution manque ou n’est plus celui qui a été publié.',
    hint: 'Publiez une exécution antérieure depuis l’accueil, ou relancez le pipeline en recalculant tout : les fichiers reçus sont intacts.',
  },
  MANIFEST_DAMAGED: {
    sentence: 'La liste des tables publiées est endommagée.',
    hint: 'Publiez à nouveau une exécution depuis l’accueil (Exécutions) : rien d’autre n’est perdu.',
  },
  TABLE_ALTERED: {
    sentence: 'Un fichier des tables publiées a été modifié par un autre programme.',
    hint: 'Publiez à nouveau une exécution antérieure depuis l’accueil, ou relancez le pipeline en recalculant tout.',
  },
  LAKE_LOCKED: {
    sentence: 'Un autre programme écrit dans ce lac.',
    hint: 'Attendez qu’il ait fini, puis réessayez.',
  },
  CHECKS_FAILED: {
    sentence: 'Le résultat n’est pas sain : il n’a pas été publié.',
    hint: 'Ouvrez l’exécution dans la liste pour voir quels contrôles ne tiennent pas.',
  },
  BALANCE_BROKEN: {
    sentence: 'Le compte des lignes ne tombe pas juste : rien n’a été publié.',
    hint: 'C’est un défaut du studio : signalez-le avec ce message.',
  },
  OUT_OF_MEMORY: {
    sentence: 'DuckDB a manqué de mémoire.',
    sentence_query: 'Cette requête demande plus de mémoire qu’elle ne peut en prendre.',
    hint_query: 'Demandez moins de lignes ou de colonnes, ou des sommes plutôt que des lignes.',
    hint: 'Fermez d’autres programmes, ou accordez-lui davantage dans les Réglages ; rien n’a été publié.',
  },
  DEMO_MIXED_LAKE: {
    sentence: 'Ce lac contient déjà vos données : la démonstration n’y est pas mêlée.',
    hint: 'Ouvrez un autre lac pour l’essayer.',
  },
  LAKE_TOO_NEW: {
    sentence: 'Ce lac a été écrit par une version plus récente du studio.',
    hint: 'Installez cette version, ou ouvrez un autre lac.',
  },
  LAKE_GONE: {
    sentence: 'Le dossier du lac a disparu.',
    hint: 'Rebranchez son disque ou remettez-le en place, puis réessayez.',
  },
  READ_ONLY: {
    sentence: 'Ce disque est en lecture seule.',
    hint: 'Choisissez un lac sur un disque où l’on peut écrire.',
  },
  RAW_DAMAGED: {
    sentence: 'Un fichier reçu n’est plus celui qui avait été chargé.',
    hint: 'Chargez-le à nouveau, puis relancez le pipeline.',
  },
  BAD_REQUEST: {
    sentence: 'Une valeur n’est pas acceptée.',
    hint: 'Corrigez-la, puis réessayez.',
  },
  SETTINGS_DAMAGED: {
    sentence: 'Le fichier des réglages ne peut pas être lu : les valeurs par défaut s’appliquent.',
    hint: 'Corrigez-le, ou enregistrez un réglage : le fichier sera mis de côté.',
  },
  SETTING_NOT_VALID: {
    sentence: 'Un réglage enregistré n’est pas valable : il est ignoré.',
    hint: 'Enregistrez-le à nouveau.',
  },
  VIEWS_BUSY: {
    sentence: 'Un autre programme enregistre des filtres dans ce lac.',
    hint: 'Réessayez dans un instant : rien n’a été changé.',
  },
  VIEWS_FULL: {
    sentence: 'Ce lac a déjà autant de vues enregistrées qu’il peut en garder.',
    hint: 'Supprimez-en une dont vous n’avez plus besoin.',
  },
  VIEW_UNKNOWN: {
    sentence: 'Cette vue n’est plus enregistrée.',
    hint: 'Choisissez-en une autre dans la liste.',
  },
  SQL_ERROR: {
    sentence: 'DuckDB ne peut pas exécuter cette requête.',
    hint: 'Corrigez la requête. Les tables sont films, reviews, people, rejects et ingestions ; « DESCRIBE films » donne les colonnes d’une table.',
  },
  SQL_NOT_ALLOWED: {
    sentence: 'Cette requête est refusée : la console ne fait que lire les tables publiées.',
    sentence_not_one_select: 'Cette requête est refusée : il faut un seul SELECT.',
    sentence_function: 'Cette requête est refusée : la fonction {{name}} fait plus que lire.',
    sentence_elsewhere: 'Cette requête est refusée : elle lit autre chose que les tables du lac.',
    hint: 'Écrivez un seul SELECT. Les tables sont films, reviews, people, rejects et ingestions ; aucun autre fichier ne peut être ouvert.',
  },
  HISTORY_DAMAGED: {
    sentence: 'L’historique des réceptions (metadata/ingestions.parquet) ne peut pas être lu.',
    hint: 'La prochaine réception de fichiers le met de côté et en commence un autre ; ce qui a été reçu est intact.',
  },
  NOTHING_LANDED: {
    sentence: 'Aucun fichier n’est encore arrivé dans ce lac.',
    hint: 'Recevez d’abord vos fichiers depuis l’accueil.',
  },
  RUN_AMBIGUOUS: {
    sentence: 'Plusieurs exécutions commencent ainsi.',
    hint: 'Donnez davantage de l’identifiant.',
  },
  CONTRIBUTION_UNKNOWN: {
    sentence: 'Cette contribution n’est pas dans le journal de ce lac.',
    hint: 'Choisissez-en une dans le journal.',
  },
  PAIR_UNKNOWN: {
    sentence: 'La publication actuelle ne compte pas cette paire parmi les ambiguës.',
    hint: 'Rouvrez la page Qualité : les paires ont changé depuis.',
  },
  NOTHING_CHANGED: {
    sentence: 'Le film a déjà ces valeurs : rien n’a été changé.',
    hint: 'Changez au moins une valeur.',
  },
  NOTHING_TO_UNDO: {
    sentence: 'Il n’y a rien à annuler.',
    hint: 'Le journal montre ce qui tient encore.',
  },
  NOTHING_TO_REDO: {
    sentence: 'Il n’y a rien à rétablir.',
    hint: 'Le journal montre ce qui a été annulé.',
  },
  SCORE_NOT_UNDERSTOOD: {
    sentence: 'Cette note n’est sur aucune échelle connue.',
    hint: 'Écrivez-la avec son échelle : 4/5, 8/10, 85 % ou B+.',
  },
  IMPORT_NOT_A_JOURNAL: {
    sentence: 'Ce fichier n’est pas un journal exporté.',
    hint: 'Choisissez un fichier exporté depuis la page Contributions ; rien n’a été changé.',
  },
  JOURNAL_BUSY: {
    sentence: 'Un autre programme écrit dans le journal des contributions.',
    hint: 'Réessayez dans un instant : rien n’a été changé.',
  },
  JOURNAL_NEWER: {
    sentence: 'Le journal des contributions a été écrit par une version plus récente du studio.',
    hint: 'Installez cette version ; rien n’a été changé.',
  },
  JOURNAL_UNAVAILABLE: {
    sentence: 'Les contributions demandent un moteur plus récent.',
    hint: 'Il faut Node 22.14 ou Electron 35, ou plus récent ; rien n’a été changé.',
  },
  LAKE_LINK: {
    sentence: 'Un lien symbolique est dans le lac : il n’est jamais suivi pour écrire ou supprimer.',
    hint: 'Mettez un vrai dossier ou fichier à sa place ; le lac entier, lui, peut être un lien.',
  },
} as const
