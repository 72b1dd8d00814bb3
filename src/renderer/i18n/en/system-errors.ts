/** Errors of the engine itself, of the disk and of the studio's own files, by code, as those of `errors.ts`. */
export default {
  INTERNAL: {
    sentence: 'Something unexpected happened.',
    hint: 'Try again; if it comes back, report it with this message and the diagnostics of the Settings.',
  },
  CANCELLED: {
    sentence: 'Cancelled: the lake is as it was before.',
    hint: 'Start again whenever you like.',
  },
  UNKNOWN_REQUEST: {
    sentence: 'The engine does not know this request: it is of another version than the window.',
    hint: 'Close the studio, then open it again.',
  },
  USAGE: {
    sentence: 'A variable of the environment or an option is not valid.',
    hint: 'Correct it or unset it, then open the studio again.',
  },
  RESOURCE_MISSING: {
    sentence: 'A file of the studio is missing.',
    hint: 'Install Ciné DataLake Studio again.',
  },
  ENGINE_DIED: {
    sentence: 'The engine stopped unexpectedly.',
    hint: 'It is being started again; what was published is untouched. If it happens again with the same file, there may be too little memory.',
  },
  ENGINE_KEEPS_DYING: {
    sentence: 'The engine stopped five times within a minute.',
    hint: 'Wait a minute and try again; “cine etl” in a terminal shows what stops it.',
  },
  ENGINE_STOPPED: {
    sentence: 'The engine was stopped.',
    hint: 'Try again: it starts when it is asked for something.',
  },
  ENGINE_NOT_BUILT: {
    sentence: 'The engine is not built.',
    hint: 'Run “npm run build”, or install the studio again.',
  },
  ENGINE_NO_NODE: {
    sentence: 'No Node recent enough was found for the engine.',
    hint: 'Install a newer Node, or name it in CINE_NODE.',
  },
  DISK_ERROR: {
    sentence: 'The disk reported an error.',
    hint: 'Check the disk, its cable or the network, then try again.',
  },
  FILE_TOO_LARGE: {
    sentence: 'A file would be larger than this disk, or this account, may have.',
    hint: 'Choose a lake on another disk, or raise the limit (ulimit -f); nothing was published.',
  },
  NOT_FOUND: {
    sentence: 'This file or folder does not exist.',
    hint: 'Check the path.',
  },
  NOT_A_FILE: {
    sentence: 'A folder stands where a file is needed.',
    hint: 'Move that folder away, or choose another file.',
  },
  NOT_A_FOLDER: {
    sentence: 'A file stands where a folder is needed.',
    hint: 'Move that file away, or choose another folder.',
  },
  PATH_TOO_LONG: {
    sentence: 'This path is longer than the system allows.',
    hint: 'Choose a shorter one.',
  },
  TOO_MANY_FILES: {
    sentence: 'Too many files are open.',
    hint: 'Close other programs, or raise the limit (ulimit -n).',
  },
} as const
