export default {
  not_drawn: {
    title: 'Aucun de ces films n’a d’année connue',
    text: 'Chargez une source qui donne l’année ou la date de sortie, puis relancez le pipeline ; ou élargissez les filtres.',
  },
  summary_none: 'Aucune période à comparer.',
  headline_year: 'L’année la plus lucrative est {{when}} : {{money}} pour {{films}}',
  headline_decade: 'Les années {{when}} sont les plus lucratives : {{money}} pour {{films}}',
  headline_films_year: '{{when}} compte le plus de films : {{films}}',
  headline_even: '{{films}} de {{from}} à {{to}}, sans recette connue',
  headline_films_decade: 'Les années {{when}} comptent le plus de films : {{films}}',
  headline_single: '{{when}} : {{films}}, {{money}} de recettes',
  headline_single_no_money: '{{when}} : {{films}}, sans recette connue',
  summary_single:
    'La note IMDb moyenne y est de {{imdb}} sur 10. Élargissez les années pour voir une évolution.',
  summary_single_no_imdb: 'Élargissez les années pour voir une évolution.',
  headline_none: 'Aucun de ces films n’a d’année : 0 film sur la chronologie',
  summary_films_year: 'L’année la plus fournie est {{when}} ({{films}}).',
  summary_films_decade: 'Les plus fournies sont les années {{when}} ({{films}}).',
  summary_imdb:
    'La note IMDb moyenne va de {{low}} ({{low_when}}) à {{high}} ({{high_when}}), parmi les périodes d’au moins {{least}} films.',
  decade_name: 'années {{year}}',
  by: 'Regrouper',
  by_year: 'Par année',
  by_decade: 'Par décennie',
  year: 'Année',
  decade: 'Décennie',
  description:
    'Trois graphiques sur le même axe du temps, de {{from}} à {{to}}, {{films}} : films, recettes cumulées et note IMDb moyenne.',
  keyboard:
    'Les flèches vont de période en période, Entrée filtre sur elle ; les chiffres sont dans le tableau plus bas.',
  without_box_office_one:
    '{{formatted}} sans recette connue, compté dans les films mais pas dans les recettes',
  without_box_office_many:
    '{{formatted}} sans recette connue, comptés dans les films mais pas dans les recettes',
  without_box_office_other:
    '{{formatted}} sans recette connue, comptés dans les films mais pas dans les recettes',
  of_which_without: 'dont sans recette',
  left_out: 'sans année',
  axis_films: 'Films',
  axis_films_parted: 'Films (en clair : sans recette connue)',
  axis_money: 'Recettes cumulées, en dollars courants',
  axis_imdb: 'Note IMDb moyenne, sur 10',
  filter_year: 'Clic : filtrer sur cette année',
  filter_decade: 'Clic : filtrer sur cette décennie',
  table_year: 'Par année',
  table_decade: 'Par décennie',
  how: [
    'Population : les films qui passent les filtres et dont l’année est connue.',
    'La recette d’une période est la somme des recettes connues de ses films. Un film sans recette compte parmi les films, mais n’ajoute rien aux recettes : il n’est pas pris pour zéro dans une moyenne.',
    'Les montants sont en dollars de l’époque, sans correction de l’inflation : les périodes récentes sont avantagées.',
    'La note est la moyenne simple des notes IMDb connues de la période. La ligne s’interrompt là où il n’y en a pas.',
    'Les deux notes du résumé sont prises parmi les périodes d’au moins 10 films, le dessin et le tableau les montrent toutes.',
  ],
} as const
