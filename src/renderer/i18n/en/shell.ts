export default {
  product: 'Ciné DataLake Studio',
  nav: { label: 'Pages', home: 'Home', explorer: 'Explorer', reports: 'Reports' },
  skip_to_content: 'Skip to content',
} as const
