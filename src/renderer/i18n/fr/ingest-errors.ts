/** Errors of files on their way in: dumps, Kaggle, layouts; by code, as those of `errors.ts`. */
export default {
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
  SOURCE_NOT_VALID: {
    sentence: 'Ce format ne peut pas être enregistré.',
    hint: 'Corrigez son nom ou ce que contiennent les colonnes, puis réessayez.',
  },
  KAGGLE_BAD_CREDENTIALS: {
    sentence: 'Le jeton Kaggle ne peut pas être lu.',
    hint: 'Créez-en un nouveau dans votre compte kaggle.com, ou relancez « kaggle auth login ».',
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
} as const
