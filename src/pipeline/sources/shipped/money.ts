import { defineSource } from '../define.ts'

/** The Numbers: budgets and grosses. Its `id` only counts to a hundred, again and again. */
export const tnBudgets = defineSource({
  id: 'tn_budgets',
  title: 'The Numbers: movie budgets',
  role: 'money',
  film: 'title_year',
  keys: ['movie', 'release_date'],
  fields: {
    id: null,
    release_date: { means: 'release_date', required: true },
    movie: { means: 'title', required: true },
    production_budget: { required: true },
    domestic_gross: { means: 'box_office_usd', unit: 'usd' },
    worldwide_gross: { means: 'box_office_worldwide_usd', unit: 'usd' },
  },
})

/** Box Office Mojo: full dollars, but some of the largest grosses abroad in millions. */
export const bomGross = defineSource({
  id: 'bom_gross',
  title: 'Box Office Mojo: movie gross',
  role: 'money',
  film: 'title_year',
  keys: ['title', 'year'],
  fields: {
    title: { means: 'title', unit: 'title_year', required: true },
    studio: null,
    domestic_gross: { means: 'box_office_usd', required: true },
    foreign_gross: { means: 'box_office_abroad_usd', required: true },
    year: { means: 'year', required: true },
  },
})
