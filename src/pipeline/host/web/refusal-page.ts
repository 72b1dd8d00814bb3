const TEXTS = {
  401: {
    fr: 'Ce lien ne vaut qu’une fois et a déjà servi, ou votre session est terminée. Pour un nouveau lien, arrêtez puis relancez :',
    en: 'This link works once and has been used, or your session is over. For a new link, stop and run again:',
  },
  403: {
    fr: 'Cette demande ne vient pas de la page du studio. Ouvrez le lien que cette commande affiche :',
    en: 'This request does not come from the studio’s own page. Open the link that this command prints:',
  },
  404: {
    fr: 'Il n’y a rien à cette adresse. Revenez à la page d’accueil, ou relancez :',
    en: 'There is nothing at this address. Go back to the home page, or run again:',
  },
  405: {
    fr: 'Cette demande n’est pas possible ici. Ouvrez le lien que cette commande affiche :',
    en: 'This request is not possible here. Open the link that this command prints:',
  },
  429: {
    fr: 'Trop de liens faux en peu de temps. Attendez une minute, puis ouvrez le lien que cette commande affiche :',
    en: 'Too many wrong links within a short time. Wait a minute, then open the link that this command prints:',
  },
}

/** The statuses that have a page of their own. */
export type Refusal = keyof typeof TEXTS

/** A plain page, in both languages, that says what to do: nothing of the lake, no script. */
export function refusalPage(status: Refusal): string {
  const { fr, en } = TEXTS[status]
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Ciné DataLake Studio</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}</style></head>
<body><h1>Ciné DataLake Studio</h1>
<p>${fr}</p><p lang="en">${en}</p>
<pre>npx cine dashboard --web</pre>
</body></html>
`
}
