/** By which column; the same shape as the table library's. */
export interface Sort {
  id: string
  desc: boolean
}

/** As the engine takes it: `year:desc`. */
export function sortParam(sort: Sort | null): { sort?: string } {
  if (sort === null) return {}
  return { sort: sort.desc ? `${sort.id}:desc` : sort.id }
}

/** The other way round; null for what says none. */
export function parseSort(text: string | null): Sort | null {
  const [, id, desc] = /^(\w+)(:desc)?$/.exec(text ?? '') ?? []
  return id ? { id, desc: desc !== undefined } : null
}
