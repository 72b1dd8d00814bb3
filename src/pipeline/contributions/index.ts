/** The contributions room: what people add and correct, in a journal that only grows. Other rooms import only
 * this file. */
export { addReview, editFilm, listContributions } from './actions.ts'
export { handover, importHandover } from './handover.ts'
export { decisionsOf, settledMatches, settleMatch } from './matches.ts'
export { mergedFilms, mergedReviews, prepareContributions } from './overlay.ts'
export { readScore } from './review.ts'
export { contribute, defaultAuthor, journalEntries, readContributions, redo, undo } from './store.ts'
