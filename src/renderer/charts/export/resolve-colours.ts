/** `var(--chart-1)` becomes its colour: an exported drawing has no style sheet to look it up in. */
export function resolveColours(text: string, colours: Readonly<Record<string, string>>): string {
  return text.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => colours[name] ?? whole)
}
