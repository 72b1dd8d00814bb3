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
  INGEST_UNKNOWN_LAYOUT: {
    sentence: 'Aucune source ne connaît les colonnes de ce fichier.',
    hint: 'Si c’est une table de films, dites ce que sont ses colonnes ; sinon, corrigez son en-tête.',
  },
  INGEST_NOT_FOUND: {
    sentence: 'Ce fichier n’existe pas, ou plus.',
    hint: 'Vérifiez le chemin, puis choisissez-le de nouveau.',
  },
  INGEST_NAME_ENCODING: {
    sentence: 'Le nom de ce fichier n’est pas en UTF-8.',
    hint: 'Renommez-le (chaque � est un octet illisible), puis choisissez-le de nouveau.',
  },
  INGEST_EMPTY_FILE: {
    sentence: 'Ce fichier est vide.',
    hint: 'Vérifiez le téléchargement.',
  },
  INGEST_NO_ROWS: {
    sentence: 'Ce fichier a un en-tête, mais aucune ligne.',
    hint: 'Vérifiez l’export : rien n’a été reçu.',
  },
  INGEST_BINARY: {
    sentence: 'Ce fichier n’est pas une table de texte.',
    hint: 'Enregistrez-le en CSV, puis choisissez ce fichier-là.',
  },
  INGEST_ENCODING: {
    sentence: 'L’encodage de ce fichier n’est ni UTF-8, ni UTF-16, ni Windows-1252.',
    hint: 'Enregistrez-le de nouveau en UTF-8.',
  },
  INGEST_BROKEN_QUOTING: {
    sentence: 'Les guillemets de ce fichier ne se correspondent pas.',
    hint: 'Corrigez les guillemets ou le séparateur ; rien n’a été reçu.',
  },
  INGEST_HEADER_TOO_LONG: {
    sentence: 'La première ligne de ce fichier n’a pas de fin.',
    hint: 'Vérifiez que c’est une table : l’en-tête d’abord, puis un enregistrement par ligne.',
  },
  INGEST_CHANGED: {
    sentence: 'Ce fichier a changé pendant sa lecture.',
    hint: 'Attendez la fin de ce qui l’écrit, puis recommencez.',
  },
  INGEST_BROKEN_GZIP: {
    sentence: 'Ce fichier gzip est tronqué ou abîmé.',
    hint: 'Copiez-le ou téléchargez-le de nouveau.',
  },
  INGEST_BROKEN_ZSTD: {
    sentence: 'Ce fichier zstd est tronqué ou abîmé.',
    hint: 'Copiez-le ou téléchargez-le de nouveau.',
  },
  INGEST_BROKEN_ZIP: {
    sentence: 'Cette archive ZIP est tronquée ou abîmée.',
    hint: 'Copiez-la ou téléchargez-la de nouveau.',
  },
  INGEST_ENCRYPTED_ZIP: {
    sentence: 'Cette archive est protégée par un mot de passe.',
    hint: 'Décompressez-la, puis choisissez les tables.',
  },
  INGEST_UNSUPPORTED_ZIP: {
    sentence: 'Cette archive est compressée d’une manière qui n’est pas lue ici.',
    hint: 'Décompressez-la avec un autre outil, puis choisissez les tables.',
  },
  INGEST_INFLATES_TOO_MUCH: {
    sentence: 'Ce fichier se décompresse bien au-delà de ce que donne une table.',
    hint: 'Ne vous y fiez pas ; s’il est sûr, décompressez-le vous-même.',
  },
  INGEST_NOTHING_FOUND: {
    sentence: 'Il n’y a aucune table ici.',
    hint: 'Sont cherchés les fichiers .csv, .tsv, .txt, compressés ou non, et .zip.',
  },
  KAGGLE_UNAUTHORISED: {
    sentence: 'Kaggle n’accepte pas l’accès.',
    hint: 'Lancez « kaggle login » dans un terminal, ou créez un jeton dans vos paramètres sur kaggle.com.',
  },
  KAGGLE_FORBIDDEN: {
    sentence: 'Kaggle ne permet pas de télécharger ce jeu de données.',
    hint: 'Acceptez ses conditions sur sa page, puis recommencez.',
  },
  KAGGLE_NOT_FOUND: {
    sentence: 'Kaggle ne connaît pas ce jeu de données.',
    hint: 'Vérifiez le nom : PROPRIÉTAIRE/JEU.',
  },
  KAGGLE_TOO_MANY_REQUESTS: {
    sentence: 'Kaggle a reçu trop de demandes de votre part.',
    hint: 'Attendez quelques minutes : le téléchargement reprendra où il s’est arrêté.',
  },
  KAGGLE_OFFLINE: {
    sentence: 'Kaggle ne peut pas être joint.',
    hint: 'Vérifiez le réseau : le téléchargement reprendra où il s’est arrêté.',
  },
  SOURCE_EXISTS: {
    sentence: 'Une source porte déjà ce nom.',
    hint: 'Choisissez un autre nom.',
  },
  SOURCE_IN_USE: {
    sentence: 'Des fichiers déjà reçus sous ce nom ont une autre forme.',
    hint: 'Choisissez un autre nom.',
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
  SOURCE_NOT_VALID: {
    sentence: 'Ce format ne peut pas être enregistré.',
    hint: 'Corrigez son nom ou ce que contiennent les colonnes, puis réessayez.',
  },
  KAGGLE_BAD_CREDENTIALS: {
    sentence: 'Le jeton Kaggle ne peut pas être lu.',
    hint: 'Créez-en un nouveau dans votre compte kaggle.com, ou relancez « kaggle auth login ».',
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
  INGEST_IS_FOLDER: {
    sentence: 'C’est un dossier, pas un fichier.',
    hint: 'Choisissez les fichiers qu’il contient, ou recevez le dossier entier.',
  },
  INGEST_NOT_A_FILE: {
    sentence: 'Ce n’est ni un fichier ni un dossier.',
    hint: 'Enregistrez d’abord son contenu dans un fichier.',
  },
  INGEST_NOT_A_FOLDER: {
    sentence: 'Ce n’est pas un dossier.',
    hint: 'Choisissez un dossier, ou recevez ce fichier seul.',
  },
  INGEST_UNKNOWN_SOURCE: {
    sentence: 'Aucune source ne porte ce nom.',
    hint: 'Choisissez une source de la liste, ou laissez le studio la reconnaître.',
  },
  INGEST_FAILED: {
    sentence: 'Aucun fichier n’a pu être reçu.',
    hint: 'Ouvrez l’exécution : le journal de la réception dit pourquoi, fichier par fichier.',
  },
  MAP_NAMELESS_COLUMN: {
    sentence: 'Une colonne de ce fichier ne peut pas être retrouvée par son nom.',
    hint: 'Donnez-lui un nom à elle dans l’en-tête du fichier.',
  },
  MAP_NO_TABLE: {
    sentence: 'Ce fichier ne contient pas cette table.',
    hint: 'Choisissez un fichier ou une table qui y est.',
  },
  MAP_UNKNOWN_COLUMN: {
    sentence: 'Ce fichier n’a pas cette colonne.',
    hint: 'Choisissez une colonne de son en-tête.',
  },
  MAP_UNKNOWN_MEANING: {
    sentence: 'Une colonne ne peut pas avoir ce sens ou cette unité.',
    hint: 'Choisissez un sens et une unité de la liste.',
  },
  SOURCE_DAMAGED: {
    sentence: 'La description d’une source de ce lac ne peut pas être lue.',
    hint: 'Corrigez ce fichier, ou retirez-le : ce qui a été reçu avec lui reste dans raw/.',
  },
  NOTHING_LANDED: {
    sentence: 'Aucun fichier n’est encore arrivé dans ce lac.',
    hint: 'Recevez d’abord vos fichiers depuis l’accueil.',
  },
  KAGGLE_BAD_NAME: {
    sentence: 'Ce n’est pas le nom d’un jeu de données Kaggle.',
    hint: 'Écrivez PROPRIÉTAIRE/JEU, comme finit l’adresse de sa page.',
  },
  KAGGLE_UNAVAILABLE: {
    sentence: 'Kaggle est en panne.',
    hint: 'Recommencez plus tard : le téléchargement reprendra où il s’est arrêté.',
  },
  KAGGLE_UNEXPECTED_ANSWER: {
    sentence: 'La réponse de Kaggle n’est pas comprise.',
    hint: 'Téléchargez l’archive dans un navigateur, puis recevez ce fichier.',
  },
  KAGGLE_TLS: {
    sentence: 'La connexion à Kaggle n’est pas sûre.',
    hint: 'Vérifiez l’heure de cette machine ; derrière un proxy d’entreprise, indiquez son certificat par NODE_EXTRA_CA_CERTS.',
  },
  KAGGLE_BROKEN_DOWNLOAD: {
    sentence: 'Le téléchargement est abîmé.',
    hint: 'Recommencez ; si cela revient, téléchargez l’archive dans un navigateur, puis recevez ce fichier.',
  },
  KAGGLE_NOT_AN_ARCHIVE: {
    sentence: 'Kaggle a envoyé autre chose que l’archive du jeu de données.',
    hint: 'Vérifiez votre jeton Kaggle, ou téléchargez l’archive dans un navigateur, puis recevez ce fichier.',
  },
  KAGGLE_REDIRECT: {
    sentence: 'Kaggle renvoie vers une adresse qui n’est pas suivie.',
    hint: 'Vérifiez CINE_KAGGLE_URL et le proxy, ou téléchargez l’archive dans un navigateur.',
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
