export default {
  not_drawn: {
    title: 'None of these films has both a genre and a running time',
    text: 'Land a source that gives genres and running times, then run the pipeline again; or widen the filters.',
  },
  summary_none: 'No genre to compare.',
  headline:
    '“{{longest}}” films are the longest, {{long}} in the median; “{{shortest}}” the shortest, {{short}}',
  headline_equal: 'All genres compared last as long, {{minutes}} in the median',
  headline_one: 'A “{{genre}}” film lasts {{minutes}} in the median',
  headline_none: 'None of these films has both a genre and a running time: 0 genres to compare',
  summary:
    '“{{genre}}” earns the most per minute: {{per_minute}} in the median, for a median box office of {{money}}.',
  summary_no_money: 'None of these films has a known box office.',
  summary_least: 'The summary compares genres of at least {{least}} films.',
  description_one:
    'Box plot of the running times of {{formatted}} genre, with the median box office and the median box office per minute.',
  description_other:
    'Box plots of the running times of {{formatted}} genres, from the longest median to the shortest, with the median box office and the median box office per minute.',
  keyboard: 'Arrow keys go from genre to genre, Enter filters on one; the numbers are in the table below.',
  left_out: 'without running time or without genre',
  axis_minutes: 'Running time, in minutes',
  axis_money: 'Median box office',
  axis_per_minute: 'Median per minute',
  middle_half: 'Middle half',
  whiskers: 'Whiskers',
  filter: 'Click: filter on this genre',
  table: 'Running times and box office by genre (minutes, dollars)',
  columns: {
    min: 'Minimum',
    q1: '1st quartile',
    median: 'Median',
    q3: '3rd quartile',
    max: 'Maximum',
    whisker_low: 'Low whisker',
    whisker_high: 'High whisker',
    outliers: 'Beyond whiskers',
  },
  how: [
    'Population: the films that pass the filters and whose running time and at least one genre are known. A film counts once in each of its genres.',
    'The box runs from the first to the third quartile (linear interpolation, type 7), the thick line is the median, n the number of films in the box.',
    'The whiskers reach the outermost films within 1.5 times the height of the box (Tukey). Beyond, each film is a dot; at most 40 a genre are drawn, the farthest first.',
    'The median box office and the median box office per minute count only the films of the genre whose values are known, in current dollars.',
    'Title and summary compare genres of at least {{least}} films, as long as there are two.',
  ],
} as const
