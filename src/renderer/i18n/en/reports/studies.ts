export default {
  title: 'Three studies of the published films',
  intro:
    'Written by the figures of the published run and of the filters as they are: they change with them, and print as one PDF.',
  agreement: {
    topic: 'Critics, audience and box office',
    pays_more:
      'Pleasing both sides pays: above both medians the median box office is {{both}}, against {{neither}} below both, {{times}} times as much.',
    pays_less:
      'Pleasing both sides does not pay: above both medians the median box office is {{both}}, against {{neither}} below both, {{times}} times less.',
    pays_same:
      'Pleasing both sides hardly matters: the median box office is {{both}} above both medians, {{neither}} below both.',
    who_more:
      'Where they part, the audience is the better friend: {{audience}} for films that only it likes, {{critics}} for those that only critics defend.',
    who_less:
      'Where they part, critics are the better friends: {{critics}} for films that only they defend, {{audience}} for those that only the audience likes.',
    compared: '{{text}} (medians of {{one}} and {{other}} films.)',
    who_same:
      'Where they part, the side hardly matters: {{audience}} for films that only the audience likes, {{critics}} for those that only critics defend.',
    extremes: 'The widest gaps. On the critics’ side: {{critics}}. On the audience’s side: {{audience}}.',
    extremes_critics: 'The widest gaps, all on the critics’ side: {{critics}}.',
    extremes_audience: 'The widest gaps, all on the audience’s side: {{audience}}.',
    limits:
      'A correlation is not a cause: both ratings may follow the same quality, or one another. Box office is in dollars of its time.',
    none: 'Not enough films with an IMDb rating and a Tomatometer for this study. Widen the filters.',
  },
  drift: {
    topic: 'What a film earns, decade after decade',
    title_more: 'A film of the {{last}}s earns {{times}} times as much, on average, as one of the {{first}}s',
    title_less: 'A film of the {{last}}s earns {{times}} times less, on average, than one of the {{first}}s',
    title_same: 'A film of the {{last}}s earns as much, on average, as one of the {{first}}s',
    means:
      'The mean box office of a film was {{first_mean}} in the {{first}}s ({{first_films}}); it is {{last_mean}} in the {{last}}s ({{last_films}}).',
    rate_one: 'Over {{formatted}} decade the trend is +{{rate}} a decade.',
    rate_other: 'Over {{formatted}} decades the trend is +{{rate}} a decade.',
    rate_falls_one: 'Over {{formatted}} decade the trend is −{{rate}} a decade.',
    rate_falls_other: 'Over {{formatted}} decades the trend is −{{rate}} a decade.',
    peak: 'The peak is in the {{year}}s: {{mean}} a film.',
    axis_mean: 'Mean box office of a film',
    axis_films: 'Films with known box office',
    left_out: 'without year, without known box office, or of a decade with too few',
    limits:
      'Dollars of their time, not adjusted for inflation, which explains part of the rise. Old films still on record tend to be the successes: their means are flattered. The trend is the least-squares line of the logarithm of the mean.',
    left_one: '{{formatted}} decade with fewer than {{least}} known box offices is left out.',
    left_other: '{{formatted}} decades with fewer than {{least}} known box offices are left out.',
    none: 'Not enough known box offices in two decades for this study. Widen the filters.',
  },
  directors: {
    topic: 'The most profitable directors',
    title: '{{name}} earns the most per minute: {{money}}',
    first_one: 'Of {{formatted}} name compared, {{name}} comes first, with {{total}} over {{films}}.',
    first_other:
      'Of {{formatted}} names compared, {{name}} comes first, with {{total}} over {{films}}. That is {{times}} times the median of these names, {{median}} per minute.',
    next: 'Next come {{second}} ({{second_money}} per minute) and {{third}} ({{third_money}}).',
    liking_none:
      'Being liked has nothing to do with it: between mean IMDb rating and box office per minute, r = {{r}} over {{formatted}} names.',
    liking_with_weak:
      'Being liked has little to do with it: between mean IMDb rating and box office per minute, r = {{r}} over {{formatted}} names.',
    liking_with_moderate:
      'Being liked is part of it: between mean IMDb rating and box office per minute, r = {{r}} over {{formatted}} names.',
    liking_with_strong:
      'Being liked matters a lot: between mean IMDb rating and box office per minute, r = {{r}} over {{formatted}} names.',
    liking_against_weak:
      'Being liked does not help, if anything the reverse: between mean IMDb rating and box office per minute, r = {{r}} over {{formatted}} names.',
    liking_against_moderate:
      'The better rated earn rather less: between mean IMDb rating and box office per minute, r = {{r}} over {{formatted}} names.',
    liking_against_strong:
      'The better rated earn clearly less: between mean IMDb rating and box office per minute, r = {{r}} over {{formatted}} names.',
    limits:
      'Compared are names with at least {{least}} films, among the first {{most}} by total box office. Box office per minute stands in for profit: budgets are not in these sources.',
    none: 'Not enough names with at least three films of known box office and running time for this study. Widen the filters.',
  },
} as const
