export default {
  title: 'Trois études sur les films publiés',
  intro:
    'Écrites par les chiffres de l’exécution publiée et des filtres en cours : elles changent avec eux, et s’impriment en un seul PDF.',
  agreement: {
    topic: 'Critiques, public et recettes',
    pays_more:
      'Plaire des deux côtés paie : au-dessus des deux médianes, la recette médiane est de {{both}}, contre {{neither}} au-dessous des deux, soit {{times}} fois plus.',
    pays_less:
      'Plaire des deux côtés ne paie pas : au-dessus des deux médianes, la recette médiane est de {{both}}, contre {{neither}} au-dessous des deux, soit {{times}} fois moins.',
    pays_same:
      'Plaire des deux côtés ne change presque rien : la recette médiane est de {{both}} au-dessus des deux médianes, de {{neither}} au-dessous des deux.',
    who_more:
      'Quand ils se séparent, mieux vaut le public : {{audience}} pour les films que lui seul aime, {{critics}} pour ceux que seuls les critiques défendent.',
    who_less:
      'Quand ils se séparent, mieux vaut les critiques : {{critics}} pour les films qu’eux seuls défendent, {{audience}} pour ceux que seul le public aime.',
    compared: '{{text}} (médianes de {{one}} et de {{other}} films.)',
    who_same:
      'Quand ils se séparent, peu importe de quel côté : {{audience}} pour les films que seul le public aime, {{critics}} pour ceux que seuls les critiques défendent.',
    extremes:
      'Les plus grands écarts. Du côté des critiques : {{critics}}. Du côté du public : {{audience}}.',
    extremes_critics: 'Les plus grands écarts, tous du côté des critiques : {{critics}}.',
    extremes_audience: 'Les plus grands écarts, tous du côté du public : {{audience}}.',
    limits:
      'Une corrélation n’est pas une cause : les deux notes peuvent suivre une même qualité, ou se suivre l’une l’autre. Les recettes sont en dollars de l’époque.',
    none: 'Pas assez de films avec une note IMDb et un Tomatometer pour cette étude. Élargissez les filtres.',
  },
  drift: {
    topic: 'La recette d’un film, décennie après décennie',
    title_more:
      'Un film des années {{last}} rapporte en moyenne {{times}} fois plus qu’un film des années {{first}}',
    title_less:
      'Un film des années {{last}} rapporte en moyenne {{times}} fois moins qu’un film des années {{first}}',
    title_same: 'Un film des années {{last}} rapporte en moyenne autant qu’un film des années {{first}}',
    means:
      'La recette moyenne d’un film était de {{first_mean}} dans les années {{first}} ({{first_films}}) ; elle est de {{last_mean}} dans les années {{last}} ({{last_films}}).',
    rate_one: 'Sur {{formatted}} décennie, la tendance est de +{{rate}} par décennie.',
    rate_many: 'Sur {{formatted}} décennies, la tendance est de +{{rate}} par décennie.',
    rate_other: 'Sur {{formatted}} décennies, la tendance est de +{{rate}} par décennie.',
    rate_falls_one: 'Sur {{formatted}} décennie, la tendance est de −{{rate}} par décennie.',
    rate_falls_many: 'Sur {{formatted}} décennies, la tendance est de −{{rate}} par décennie.',
    rate_falls_other: 'Sur {{formatted}} décennies, la tendance est de −{{rate}} par décennie.',
    peak: 'Le sommet est dans les années {{year}} : {{mean}} par film.',
    axis_mean: 'Recette moyenne d’un film',
    axis_films: 'Films dont la recette est connue',
    left_out: 'sans année, sans recette connue, ou d’une décennie trop peu fournie',
    limits:
      'Dollars de l’époque, sans correction de l’inflation, qui explique une part de la hausse. Les films anciens encore connus sont plutôt les succès : leurs moyennes sont flattées. La tendance est la droite des moindres carrés du logarithme de la moyenne.',
    left_one: '{{formatted}} décennie de moins de {{least}} recettes connues est écartée.',
    left_many: '{{formatted}} décennies de moins de {{least}} recettes connues sont écartées.',
    left_other: '{{formatted}} décennies de moins de {{least}} recettes connues sont écartées.',
    none: 'Pas assez de recettes connues sur deux décennies pour cette étude. Élargissez les filtres.',
  },
  directors: {
    topic: 'Les réalisations les plus rentables',
    title: '{{name}} rapporte le plus à la minute : {{money}}',
    first_one: 'Sur {{formatted}} nom comparé, {{name}} vient en tête, avec {{total}} sur {{films}}.',
    first_many:
      'Sur {{formatted}} noms comparés, {{name}} vient en tête, avec {{total}} sur {{films}}. C’est {{times}} fois la médiane de ces noms, {{median}} par minute.',
    first_other:
      'Sur {{formatted}} noms comparés, {{name}} vient en tête, avec {{total}} sur {{films}}. C’est {{times}} fois la médiane de ces noms, {{median}} par minute.',
    next: 'Suivent {{second}} ({{second_money}} par minute) et {{third}} ({{third_money}}).',
    liking_none:
      'Être aimé n’y est pour rien : entre la note IMDb moyenne et la recette par minute, r = {{r}} sur {{formatted}} noms.',
    liking_with_weak:
      'Être aimé y est pour peu : entre la note IMDb moyenne et la recette par minute, r = {{r}} sur {{formatted}} noms.',
    liking_with_moderate:
      'Être aimé y est pour une part : entre la note IMDb moyenne et la recette par minute, r = {{r}} sur {{formatted}} noms.',
    liking_with_strong:
      'Être aimé y compte beaucoup : entre la note IMDb moyenne et la recette par minute, r = {{r}} sur {{formatted}} noms.',
    liking_against_weak:
      'Être aimé n’aide pas, au contraire, mais de peu : entre la note IMDb moyenne et la recette par minute, r = {{r}} sur {{formatted}} noms.',
    liking_against_moderate:
      'Les mieux notés rapportent plutôt moins : entre la note IMDb moyenne et la recette par minute, r = {{r}} sur {{formatted}} noms.',
    liking_against_strong:
      'Les mieux notés rapportent nettement moins : entre la note IMDb moyenne et la recette par minute, r = {{r}} sur {{formatted}} noms.',
    limits:
      'Sont comparés les noms d’au moins {{least}} films, parmi les {{most}} premiers par recettes cumulées. La recette par minute approche la rentabilité : les budgets ne sont pas dans ces sources.',
    none: 'Pas assez de noms d’au moins trois films aux recettes et durées connues pour cette étude. Élargissez les filtres.',
  },
} as const
