export const JAR: string
export function sourcesHash(): Promise<string>
export function expectedStamp(): Promise<string>
