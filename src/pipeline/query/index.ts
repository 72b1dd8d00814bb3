/** The query room: pages, facets and read-only SQL on the published run. Other rooms import only this file. */
export { facets } from './facets.ts'
export { filmDetail } from './film-detail.ts'
export { filmsPage } from './films-page.ts'
export { filmFilter } from './filters.ts'
export { openPublished, type Published } from './published.ts'
export { reviewsPage } from './reviews-page.ts'
export { sqlQuery } from './sql-query.ts'
export { Values } from './values.ts'
