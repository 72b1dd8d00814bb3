export default {
  roles: { actor: 'Interprétation', director: 'Réalisation', writer: 'Scénario' },
  headline: {
    actor: '{{name}} domine à l’écran : {{money}} de recettes sur {{films}}',
    director: '{{name}} domine à la réalisation : {{money}} de recettes sur {{films}}',
    writer: '{{name}} domine au scénario : {{money}} de recettes sur {{films}}',
  },
  headline_films: {
    actor: '{{name}} est en tête à l’écran avec {{films}}, mais aucune recette n’est connue',
    director: '{{name}} est en tête à la réalisation avec {{films}}, mais aucune recette n’est connue',
    writer: '{{name}} est en tête au scénario avec {{films}}, mais aucune recette n’est connue',
  },
  headline_none: {
    actor: 'Personne à classer à l’écran : 0 nom',
    director: 'Personne à classer à la réalisation : 0 nom',
    writer: 'Personne à classer au scénario : 0 nom',
  },
  summary_per_minute_too: 'À la minute aussi, {{name}} est en tête : {{money}}.',
  summary_per_minute: 'À la minute, {{name}} passe devant : {{money}}.',
  summary_imdb:
    'La meilleure note IMDb moyenne de ces {{formatted}} noms est celle de {{name}}, {{rating}} sur 10.',
  summary_none: 'Baissez le nombre minimal de films ou élargissez les filtres pour comparer.',
  description_one:
    '{{formatted}} nom, avec ses recettes cumulées, sa note IMDb moyenne et sa recette par minute.',
  description_many:
    'Les {{formatted}} premiers noms par recettes cumulées, avec leur nombre de films, leur note IMDb moyenne et leur recette par minute.',
  description_other:
    'Les {{formatted}} premiers noms par recettes cumulées, avec leur nombre de films, leur note IMDb moyenne et leur recette par minute.',
  keyboard:
    'Les flèches vont de nom en nom, Entrée ouvre son évolution et ses films ; les chiffres sont dans le tableau plus bas.',
  left_out: {
    actor: 'sans interprète nommé',
    director: 'sans réalisation nommée',
    writer: 'sans scénariste nommé',
  },
  axis_money: 'Recettes cumulées',
  axis_imdb: 'IMDb moyen, sur 10',
  axis_per_minute: 'Recette par minute',
  axis_films: 'Films',
  min_films: 'Films au minimum',
  none_enough_one: 'Personne n’a {{formatted}} film parmi ceux qui passent les filtres.',
  none_enough_many: 'Personne n’a {{formatted}} films parmi ceux qui passent les filtres.',
  none_enough_other: 'Personne n’a {{formatted}} films parmi ceux qui passent les filtres.',
  none_named:
    'Aucun des films qui passent les filtres ne nomme quelqu’un à ce poste. Choisissez un autre rôle.',
  lower: 'Accepter dès un film',
  open: 'Clic : son évolution et ses films',
  close: 'Fermer {{name}}',
  years_label: '{{name}}, année par année',
  years_description: 'Recettes et nombre de films de {{name}}, de {{from}} à {{to}}.',
  no_year: 'Aucun de ses films n’a d’année connue.',
  table: 'Les premiers par recettes cumulées',
  table_by_year: 'Année par année',
  columns: { name: 'Nom', role: 'Rôle' },
  how: [
    'Population : les films qui passent les filtres et qui nomment au moins une personne à ce poste. Un film compte une fois par personne et par poste.',
    'Le classement suit les recettes cumulées : la somme des recettes connues des films de la personne, en dollars courants. Une même recette compte entière pour chacun.',
    'La recette par minute est la somme des recettes divisée par la somme des minutes, sur les films où les deux sont connues ; elle approche le rendement sans connaître les budgets.',
    'La note IMDb moyenne est la moyenne simple des notes connues de ses films.',
    'Un même nom écrit avec ou sans accents, majuscules ou ponctuation est une même personne.',
  ],
} as const
