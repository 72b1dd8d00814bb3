export default {
  not_drawn: {
    title: 'Aucun de ces films n’a à la fois un genre et une durée',
    text: 'Chargez une source qui donne les genres et les durées, puis relancez le pipeline ; ou élargissez les filtres.',
  },
  summary_none: 'Aucun genre à comparer.',
  headline:
    'Les films « {{longest}} » sont les plus longs, {{long}} en médiane ; « {{shortest}} » les plus courts, {{short}}',
  headline_equal: 'Tous les genres comparés durent autant, {{minutes}} en médiane',
  headline_one: 'Un film « {{genre}} » dure {{minutes}} en médiane',
  headline_none: 'Aucun de ces films n’a à la fois un genre et une durée : 0 genre à comparer',
  summary:
    '« {{genre}} » rapporte le plus à la minute : {{per_minute}} en médiane, pour une recette médiane de {{money}}.',
  summary_no_money: 'Aucun de ces films n’a de recette connue.',
  summary_least: 'Le résumé compare les genres d’au moins {{least}} films.',
  description_one:
    'Boîte à moustaches des durées de {{formatted}} genre, avec la recette médiane et la recette médiane par minute.',
  description_many:
    'Boîtes à moustaches des durées de {{formatted}} genres, de la médiane la plus longue à la plus courte, avec la recette médiane et la recette médiane par minute.',
  description_other:
    'Boîtes à moustaches des durées de {{formatted}} genres, de la médiane la plus longue à la plus courte, avec la recette médiane et la recette médiane par minute.',
  keyboard:
    'Les flèches vont de genre en genre, Entrée filtre sur le genre ; les chiffres sont dans le tableau plus bas.',
  left_out: 'sans durée ou sans genre',
  axis_minutes: 'Durée, en minutes',
  axis_money: 'Recette médiane',
  axis_per_minute: 'Médiane par minute',
  middle_half: 'Moitié centrale',
  whiskers: 'Moustaches',
  filter: 'Clic : filtrer sur ce genre',
  table: 'Durées et recettes par genre (minutes, dollars)',
  columns: {
    min: 'Minimum',
    q1: '1er quartile',
    median: 'Médiane',
    q3: '3e quartile',
    max: 'Maximum',
    whisker_low: 'Moustache basse',
    whisker_high: 'Moustache haute',
    outliers: 'Hors moustaches',
  },
  how: [
    'Population : les films qui passent les filtres et dont la durée et au moins un genre sont connus. Un film compte une fois dans chacun de ses genres.',
    'La boîte va du premier au troisième quartile (interpolation linéaire, type 7), le trait épais est la médiane, n le nombre de films de la boîte.',
    'Les moustaches vont jusqu’aux films les plus éloignés qui restent à moins de 1,5 fois la hauteur de la boîte (Tukey). Au-delà, chaque film est un point ; au plus 40 par genre sont dessinés, les plus éloignés d’abord.',
    'La recette médiane et la recette médiane par minute ne comptent que les films du genre dont ces valeurs sont connues, en dollars courants.',
    'Le titre et le résumé comparent les genres d’au moins {{least}} films, tant qu’il y en a deux.',
  ],
} as const
