/** Errors of files on their way in: dumps, Kaggle, layouts; by code, as those of `errors.ts`. */
export default {
  INGEST_UNKNOWN_LAYOUT: {
    sentence: 'No source knows the columns of this file.',
    hint: 'If it is a table of films, say what its columns mean; else correct its header.',
  },
  INGEST_NOT_FOUND: {
    sentence: 'There is no such file, or no longer.',
    hint: 'Check the path, then choose it again.',
  },
  INGEST_NAME_ENCODING: {
    sentence: 'The name of this file is not UTF-8.',
    hint: 'Rename it (each � is a byte that cannot be read), then choose it again.',
  },
  INGEST_EMPTY_FILE: {
    sentence: 'This file is empty.',
    hint: 'Check the download.',
  },
  INGEST_NO_ROWS: {
    sentence: 'This file has a header, but not one row.',
    hint: 'Check the export: nothing was landed.',
  },
  INGEST_BINARY: {
    sentence: 'This file is not a table of text.',
    hint: 'Save it as CSV, then choose that file.',
  },
  INGEST_ENCODING: {
    sentence: 'The encoding of this file is neither UTF-8, UTF-16 nor Windows-1252.',
    hint: 'Save it again as UTF-8.',
  },
  INGEST_BROKEN_QUOTING: {
    sentence: 'The quotes of this file do not match.',
    hint: 'Correct the quotes or the delimiter; nothing was landed.',
  },
  INGEST_HEADER_TOO_LONG: {
    sentence: 'The first line of this file has no end.',
    hint: 'Check that it is a table: a header first, then one record a line.',
  },
  INGEST_CHANGED: {
    sentence: 'This file changed while it was read.',
    hint: 'Wait until whatever writes it has ended, then try again.',
  },
  INGEST_BROKEN_GZIP: {
    sentence: 'This gzip file is cut short or damaged.',
    hint: 'Copy or download it again.',
  },
  INGEST_BROKEN_ZSTD: {
    sentence: 'This zstd file is cut short or damaged.',
    hint: 'Copy or download it again.',
  },
  INGEST_BROKEN_ZIP: {
    sentence: 'This ZIP archive is cut short or damaged.',
    hint: 'Copy or download it again.',
  },
  INGEST_ENCRYPTED_ZIP: {
    sentence: 'This archive is protected by a password.',
    hint: 'Unpack it, then choose the tables.',
  },
  INGEST_UNSUPPORTED_ZIP: {
    sentence: 'This archive is packed in a way that is not read here.',
    hint: 'Unpack it with another tool, then choose the tables.',
  },
  INGEST_INFLATES_TOO_MUCH: {
    sentence: 'This file unpacks to far more than tables do.',
    hint: 'Do not trust it; if it is safe, unpack it yourself.',
  },
  INGEST_NOTHING_FOUND: {
    sentence: 'There is no table here.',
    hint: 'Looked for .csv, .tsv, .txt, packed or not, and .zip.',
  },
  KAGGLE_UNAUTHORISED: {
    sentence: 'Kaggle does not accept the access.',
    hint: 'Run “kaggle login” in a terminal, or create a token in your settings on kaggle.com.',
  },
  KAGGLE_FORBIDDEN: {
    sentence: 'Kaggle does not let you download this dataset.',
    hint: 'Accept its terms on its page, then try again.',
  },
  KAGGLE_NOT_FOUND: {
    sentence: 'Kaggle knows no such dataset.',
    hint: 'Check the name: OWNER/DATASET.',
  },
  KAGGLE_TOO_MANY_REQUESTS: {
    sentence: 'Kaggle has had too many requests from you.',
    hint: 'Wait some minutes: the download will go on where it stopped.',
  },
  KAGGLE_OFFLINE: {
    sentence: 'Kaggle cannot be reached.',
    hint: 'Check the network: the download will go on where it stopped.',
  },
  SOURCE_EXISTS: {
    sentence: 'There is a source of that name already.',
    hint: 'Choose another name.',
  },
  SOURCE_IN_USE: {
    sentence: 'Files that have landed under that name have another layout.',
    hint: 'Choose another name.',
  },
  SOURCE_NOT_VALID: {
    sentence: 'This layout cannot be saved.',
    hint: 'Correct its name or what the columns hold, then try again.',
  },
  KAGGLE_BAD_CREDENTIALS: {
    sentence: 'The Kaggle token cannot be read.',
    hint: 'Create a new one in your account on kaggle.com, or run `kaggle auth login` again.',
  },
  INGEST_IS_FOLDER: {
    sentence: 'This is a folder, not a file.',
    hint: 'Choose the files in it, or land the whole folder.',
  },
  INGEST_NOT_A_FILE: {
    sentence: 'This is neither a file nor a folder.',
    hint: 'Write its content to a file first.',
  },
  INGEST_NOT_A_FOLDER: {
    sentence: 'This is not a folder.',
    hint: 'Choose a folder, or land this file alone.',
  },
  INGEST_UNKNOWN_SOURCE: {
    sentence: 'No source has this name.',
    hint: 'Choose one of the list, or let the studio recognise it.',
  },
  INGEST_FAILED: {
    sentence: 'No file could be landed.',
    hint: 'Open the run: its log says why, file by file.',
  },
  MAP_NAMELESS_COLUMN: {
    sentence: 'A column of this file cannot be found again by its name.',
    hint: 'Give it a name of its own in the header of the file.',
  },
  MAP_NO_TABLE: {
    sentence: 'This file does not hold that table.',
    hint: 'Choose a file, or a table that is in it.',
  },
  MAP_UNKNOWN_COLUMN: {
    sentence: 'This file has no such column.',
    hint: 'Choose a column of its header.',
  },
  MAP_UNKNOWN_MEANING: {
    sentence: 'A column cannot have this meaning or this unit.',
    hint: 'Choose a meaning and a unit of the list.',
  },
  SOURCE_DAMAGED: {
    sentence: 'The description of a source of this lake cannot be read.',
    hint: 'Correct this file, or remove it: what landed with it stays in raw/.',
  },
  KAGGLE_BAD_NAME: {
    sentence: 'This is not the name of a Kaggle dataset.',
    hint: 'Write OWNER/DATASET, as the address of its page ends.',
  },
  KAGGLE_UNAVAILABLE: {
    sentence: 'Kaggle is failing.',
    hint: 'Try later: the download goes on where it stopped.',
  },
  KAGGLE_UNEXPECTED_ANSWER: {
    sentence: 'Kaggle’s answer is not understood.',
    hint: 'Download the archive in a browser, then land that file.',
  },
  KAGGLE_TLS: {
    sentence: 'The connection to Kaggle is not to be trusted.',
    hint: 'Check the clock of this machine; behind a company proxy, name its certificate in NODE_EXTRA_CA_CERTS.',
  },
  KAGGLE_BROKEN_DOWNLOAD: {
    sentence: 'The download is broken.',
    hint: 'Try again; if it stays so, download the archive in a browser, then land that file.',
  },
  KAGGLE_NOT_AN_ARCHIVE: {
    sentence: 'Kaggle sent something else than the archive of the dataset.',
    hint: 'Check your Kaggle token, or download the archive in a browser, then land that file.',
  },
  KAGGLE_REDIRECT: {
    sentence: 'Kaggle sends the request to an address that is not followed.',
    hint: 'Check CINE_KAGGLE_URL and the proxy, or download the archive in a browser.',
  },
} as const
