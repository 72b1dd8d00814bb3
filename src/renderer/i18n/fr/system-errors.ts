/** Errors of the engine itself, of the disk and of the studio's own files, by code, as those of `errors.ts`. */
export default {
  INTERNAL: {
    sentence: 'Une erreur inattendue s’est produite.',
    hint: 'Réessayez ; si cela revient, signalez-le avec ce message et le diagnostic des Réglages.',
  },
  CANCELLED: {
    sentence: 'Annulé : le lac est comme avant.',
    hint: 'Recommencez quand vous voulez.',
  },
  UNKNOWN_REQUEST: {
    sentence: 'Le moteur ne connaît pas cette demande : il n’est pas de la même version que la fenêtre.',
    hint: 'Fermez le studio, puis rouvrez-le.',
  },
  USAGE: {
    sentence: 'Une variable d’environnement ou une option n’est pas valable.',
    hint: 'Corrigez-la ou retirez-la, puis rouvrez le studio.',
  },
  RESOURCE_MISSING: {
    sentence: 'Un fichier du studio manque.',
    hint: 'Réinstallez Ciné DataLake Studio.',
  },
  ENGINE_DIED: {
    sentence: 'Le moteur s’est arrêté brusquement.',
    hint: 'Il redémarre ; ce qui est publié est intact. Si cela revient sur le même fichier, la mémoire manque peut-être.',
  },
  ENGINE_KEEPS_DYING: {
    sentence: 'Le moteur s’est arrêté cinq fois en une minute.',
    hint: 'Attendez une minute, puis réessayez ; « cine etl » dans un terminal montre ce qui l’arrête.',
  },
  ENGINE_STOPPED: {
    sentence: 'Le moteur a été arrêté.',
    hint: 'Réessayez : il redémarre à la prochaine demande.',
  },
  ENGINE_NOT_BUILT: {
    sentence: 'Le moteur n’est pas construit.',
    hint: 'Lancez « npm run build », ou réinstallez le studio.',
  },
  ENGINE_NO_NODE: {
    sentence: 'Aucun Node assez récent n’a été trouvé pour le moteur.',
    hint: 'Installez un Node plus récent, ou désignez-le par CINE_NODE.',
  },
  DISK_ERROR: {
    sentence: 'Le disque a signalé une erreur.',
    hint: 'Vérifiez le disque, son câble ou le réseau, puis réessayez.',
  },
  FILE_TOO_LARGE: {
    sentence: 'Un fichier dépasserait ce que permet ce disque ou ce compte.',
    hint: 'Choisissez un lac sur un autre disque, ou relevez la limite (ulimit -f) ; rien n’a été publié.',
  },
  NOT_FOUND: {
    sentence: 'Ce fichier ou ce dossier n’existe pas.',
    hint: 'Vérifiez le chemin.',
  },
  NOT_A_FILE: {
    sentence: 'Un dossier est là où il faut un fichier.',
    hint: 'Déplacez ce dossier, ou choisissez un autre fichier.',
  },
  NOT_A_FOLDER: {
    sentence: 'Un fichier est là où il faut un dossier.',
    hint: 'Déplacez ce fichier, ou choisissez un autre dossier.',
  },
  PATH_TOO_LONG: {
    sentence: 'Ce chemin est plus long que ce que permet le système.',
    hint: 'Choisissez-en un plus court.',
  },
  TOO_MANY_FILES: {
    sentence: 'Trop de fichiers sont ouverts.',
    hint: 'Fermez d’autres programmes, ou relevez la limite (ulimit -n).',
  },
} as const
