import { defineSource } from '../define.ts'

/** FiveThirtyEight: the scores of five sites, side by side. */
export const fandangoScores = defineSource({
  id: 'fandango_scores',
  title: 'FiveThirtyEight: Fandango score comparison',
  role: 'ratings',
  film: 'title_year',
  keys: ['film'],
  fields: {
    FILM: { means: 'title', unit: 'title_year', required: true },
    RottenTomatoes: { means: 'tomato_meter', required: true },
    RottenTomatoes_User: { means: 'audience_score' },
    Metacritic: { means: 'metascore' },
    Metacritic_User: null,
    IMDB: { means: 'imdb_rating' },
    Fandango_Stars: { required: true },
    Fandango_Ratingvalue: null,
    RT_norm: null,
    RT_user_norm: null,
    Metacritic_norm: null,
    Metacritic_user_nom: null,
    IMDB_norm: null,
    RT_norm_round: null,
    RT_user_norm_round: null,
    Metacritic_norm_round: null,
    Metacritic_user_norm_round: null,
    IMDB_norm_round: null,
    Metacritic_user_vote_count: null,
    IMDB_user_vote_count: { means: 'imdb_votes' },
    Fandango_votes: null,
    Fandango_Difference: null,
  },
})

/** FiveThirtyEight: Fandango's own stars, of which only the films are of use here. */
export const fandangoStars = defineSource({
  id: 'fandango_stars',
  title: 'FiveThirtyEight: Fandango ratings',
  role: 'ratings',
  film: 'title_year',
  keys: ['film'],
  fields: {
    FILM: { means: 'title', unit: 'title_year', required: true },
    STARS: { required: true },
    RATING: { required: true },
    VOTES: null,
  },
})
