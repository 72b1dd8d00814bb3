export default {
  product: 'Ciné DataLake Studio',
  nav: { label: 'Pages', home: 'Accueil', explorer: 'Explorer', reports: 'Rapports' },
  skip_to_content: 'Aller au contenu',
} as const
