/** See the French one. */
export default {
  next_step: 'Next step:',
  retry: 'Try again',
  engine_says: 'Detail:',
  NOTHING_PUBLISHED: {
    sentence: 'No film is published in this lake yet.',
    hint: 'Run the pipeline on your files from the home page, or try the demo data.',
  },
  FILM_NOT_FOUND: {
    sentence: 'This film is not in the lake.',
    hint: 'Search for its title: a new run may have given it another id.',
  },
  TABLE_MISSING: {
    sentence: 'A file of the published tables is missing, or is no longer the one that was published.',
    hint: 'Run the pipeline again and compute everything: the files received are untouched.',
  },
  EXPORT_FORMAT: {
    sentence: 'This export format is not known.',
    hint: 'Name a file that ends in .csv, .parquet or .xlsx.',
  },
  EXPORT_FOLDER: {
    sentence: 'The chosen folder does not exist.',
    hint: 'Make it first, or choose another one.',
  },
  EXPORT_INTO_LAKE: {
    sentence: 'This file would lie in the lake, which only runs write to.',
    hint: 'Choose a folder outside the lake.',
  },
  EXPORT_LOST: {
    sentence: 'The connection to the engine was lost before the export was done.',
    hint: 'Try again.',
  },
  DISK_FULL: {
    sentence: 'The disk is full.',
    hint: 'Free some space, then try again: nothing was written by halves.',
  },
  PERMISSION_DENIED: {
    sentence: 'Access to this folder is denied.',
    hint: 'Check its rights, or choose another one.',
  },
  RUN_UNKNOWN: {
    sentence: 'This run is not in this lake.',
    hint: 'Choose one from the list of runs.',
  },
  RUN_NOT_PUBLISHED: {
    sentence: 'This run was never published.',
    hint: 'Choose a run that was.',
  },
  RUN_PRUNED: {
    sentence: 'The tables of this run are not kept any more.',
    hint: 'Choose a run whose tables are.',
  },
  RUN_DAMAGED: {
    sentence: 'A file of this run is missing, or is not the one that was published.',
    hint: 'Publish an earlier run from the home page, or run the pipeline again with everything computed anew: the files received are untouched.',
  },
  MANIFEST_DAMAGED: {
    sentence: 'The list of published tables is damaged.',
    hint: 'Publish a run again from the home page (Runs): nothing else is lost.',
  },
  TABLE_ALTERED: {
    sentence: 'A file of the published tables was changed by another program.',
    hint: 'Publish an earlier run again from the home page, or run the pipeline again with everything computed anew.',
  },
  LAKE_LOCKED: {
    sentence: 'Another program is writing to this lake.',
    hint: 'Wait until it is done, then try again.',
  },
  CHECKS_FAILED: {
    sentence: 'The result is not sound: it was not published.',
    hint: 'Open the run in the list to see which checks do not hold.',
  },
  BALANCE_BROKEN: {
    sentence: 'The rows do not add up: nothing was published.',
    hint: 'This is a defect of the studio: please report it with this message.',
  },
  OUT_OF_MEMORY: {
    sentence: 'DuckDB ran out of memory.',
    sentence_query: 'The query needs more memory than it may use.',
    hint_query: 'Ask for fewer rows or columns, or for sums instead of rows.',
    hint: 'Close other programs, or allow it more in the Settings; nothing was published.',
  },
  DEMO_MIXED_LAKE: {
    sentence: 'This lake holds data of yours: the demo is not mixed with them.',
    hint: 'Open another lake to try it.',
  },
  LAKE_TOO_NEW: {
    sentence: 'This lake was written by a newer version of the studio.',
    hint: 'Install that version, or open another lake.',
  },
  LAKE_GONE: {
    sentence: 'The folder of the lake has gone.',
    hint: 'Plug its disk in again or put it back, then try again.',
  },
  READ_ONLY: {
    sentence: 'This disk is read only.',
    hint: 'Choose a lake on a disk that can be written to.',
  },
  RAW_DAMAGED: {
    sentence: 'A file that was received is not the one that had landed.',
    hint: 'Load it again, then run the pipeline.',
  },
  BAD_REQUEST: {
    sentence: 'A value is not accepted.',
    hint: 'Correct it, then try again.',
  },
  SETTINGS_DAMAGED: {
    sentence: 'The file of the settings cannot be read: the defaults hold.',
    hint: 'Correct it, or save a setting: the file is then put aside.',
  },
  SETTING_NOT_VALID: {
    sentence: 'A saved setting is not valid: it is passed over.',
    hint: 'Save it again.',
  },
  VIEWS_BUSY: {
    sentence: 'Another program is saving filters in this lake.',
    hint: 'Try again in a moment: nothing was changed.',
  },
  VIEWS_FULL: {
    sentence: 'This lake has as many saved views as it can keep.',
    hint: 'Remove one that is not needed any more.',
  },
  VIEW_UNKNOWN: {
    sentence: 'This view is not saved any more.',
    hint: 'Choose another one from the list.',
  },
  SQL_ERROR: {
    sentence: 'DuckDB cannot run this query.',
    hint: 'Correct the query. The tables are films, reviews, people, rejects and ingestions; “DESCRIBE films” lists the columns of one.',
  },
  SQL_NOT_ALLOWED: {
    sentence: 'This query is refused: the console only reads the published tables.',
    sentence_not_one_select: 'This query is refused: it must be one SELECT statement.',
    sentence_function: 'This query is refused: the function {{name}} does more than read.',
    sentence_elsewhere: 'This query is refused: it reads something else than the tables of the lake.',
    hint: 'Write one SELECT. The tables are films, reviews, people, rejects and ingestions; no other file can be opened.',
  },
  HISTORY_DAMAGED: {
    sentence: 'The history of what has landed (metadata/ingestions.parquet) cannot be read.',
    hint: 'Landing files again sets it aside and begins a new one; what has landed is not touched.',
  },
  NOTHING_LANDED: {
    sentence: 'No file has landed in this lake yet.',
    hint: 'Land your files from the home page first.',
  },
  RUN_AMBIGUOUS: {
    sentence: 'Several runs begin so.',
    hint: 'Give more of the id.',
  },
  CONTRIBUTION_UNKNOWN: {
    sentence: 'This contribution is not in the journal of this lake.',
    hint: 'Choose one of the journal.',
  },
  PAIR_UNKNOWN: {
    sentence: 'The published run does not list this pair as ambiguous.',
    hint: 'Open the Quality page again: the pairs have changed since.',
  },
  NOTHING_CHANGED: {
    sentence: 'The film has these values already: nothing was changed.',
    hint: 'Change at least one value.',
  },
  NOTHING_TO_UNDO: {
    sentence: 'There is nothing to undo.',
    hint: 'The journal shows what still holds.',
  },
  NOTHING_TO_REDO: {
    sentence: 'There is nothing to redo.',
    hint: 'The journal shows what was undone.',
  },
  SCORE_NOT_UNDERSTOOD: {
    sentence: 'This score is on no scale we know.',
    hint: 'Write it with its scale: 4/5, 8/10, 85% or B+.',
  },
  IMPORT_NOT_A_JOURNAL: {
    sentence: 'This file is not an exported journal.',
    hint: 'Choose a file exported from the Contributions page; nothing was changed.',
  },
  JOURNAL_BUSY: {
    sentence: 'Another program is writing to the journal of contributions.',
    hint: 'Try again in a moment: nothing was changed.',
  },
  JOURNAL_NEWER: {
    sentence: 'The journal of contributions was written by a newer studio.',
    hint: 'Install that version; nothing was changed.',
  },
  JOURNAL_UNAVAILABLE: {
    sentence: 'Contributions need a newer engine.',
    hint: 'Node 22.14 or Electron 35, or later, is needed; nothing was changed.',
  },
  LAKE_LINK: {
    sentence: 'A symbolic link is in the lake: it is never followed to write or remove.',
    hint: 'Put a real folder or file in its place; the whole lake itself may be a link.',
  },
} as const
