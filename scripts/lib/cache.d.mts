export function cacheFolder(): string
export function isMain(url: string): boolean
