import { defineSource } from '../define.ts'

/** The academy's awards: a record is a nomination, of one film, several or none. */
export const oscars = defineSource({
  id: 'oscars',
  title: 'Academy Awards',
  role: 'people',
  film: 'imdb_id',
  keys: ['ceremony', 'category', 'film', 'film_id', 'name', 'nominees', 'detail', 'citation'],
  fields: {
    Ceremony: { required: true },
    Year: { means: 'year' },
    Class: null,
    CanonicalCategory: { means: 'credit_role' },
    Category: { required: true },
    Film: { means: 'title' },
    FilmId: { means: 'imdb_id', unit: 'imdb_ids', required: true },
    Name: null,
    Nominees: { means: 'credit_names', unit: 'bar' },
    NomineeIds: null,
    Winner: null,
    Detail: null,
    Note: null,
    Citation: null,
  },
})

/** FiveThirtyEight: the Bechdel test, budgets and grosses. */
export const bechdel = defineSource({
  id: 'bechdel',
  title: 'FiveThirtyEight: Bechdel test',
  role: 'money',
  film: 'imdb_id',
  keys: ['imdb'],
  fields: {
    year: { means: 'year', required: true },
    imdb: { means: 'imdb_id', required: true },
    title: { means: 'title', required: true },
    test: { required: true },
    clean_test: null,
    binary: null,
    budget: null,
    domgross: { means: 'box_office_usd', unit: 'usd' },
    intgross: { means: 'box_office_worldwide_usd', unit: 'usd' },
    code: null,
    budget_2013$: null,
    domgross_2013$: null,
    intgross_2013$: null,
    'period code': null,
    'decade code': null,
  },
})
