import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { CineError } from '../../errors.ts'
import { resourcePath } from '../../resources.ts'

const jarSchema = z.strictObject({
  file: z.string().regex(/^[\w.-]+\.jar$/),
  /** `group:artifact`. */
  name: z.string(),
  version: z.string(),
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
const jarListSchema = z.strictObject({ hadoop: z.string(), jars: z.array(jarSchema).min(1) })

export type Jar = z.infer<typeof jarSchema>

/** The list that ships with the product: what the folder of jars must hold. */
export async function readJarList(): Promise<z.infer<typeof jarListSchema>> {
  return jarListSchema.parse(JSON.parse(await readFile(resourcePath('hadoop', 'jars.json'), 'utf8')))
}

/** True when every jar of the list is there in its size: a quick look, for what was checked once. */
export async function areThere(folder: string, jars: readonly Jar[]): Promise<boolean> {
  const sizes = await Promise.all(
    jars.map((jar) =>
      stat(join(folder, jar.file)).then(
        (file) => file.size,
        () => -1,
      ),
    ),
  )
  return jars.every((jar, index) => sizes[index] === jar.bytes)
}

/**
 * Compares every jar with its SHA-256. One that is missing or not what the list says is removed, so that
 * the next attempt fetches it again. Throws `INSTALL_ALTERED`.
 */
export async function verifyJars(
  folder: string,
  jars: readonly Jar[],
  onJar: (done: number) => void,
): Promise<void> {
  const wrong: Jar[] = []
  for (const [index, jar] of jars.entries()) {
    const path = join(folder, jar.file)
    if ((await sha256Of(path)) !== jar.sha256) {
      wrong.push(jar)
      await rm(path, { force: true })
    }
    onJar(index + 1)
  }
  const [first] = wrong
  if (!first) return
  const others = wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : ''
  const message = `${first.file}${others} is not the file that was published as ${first.name} ${first.version}.`
  throw new CineError('INSTALL_ALTERED', message, {
    hint: 'A mirror or Maven’s local repository holds another file: remove it there (~/.m2/repository), then run `cine cluster install` again.',
    details: { files: wrong.map(({ file, name, version }) => ({ file, name, version })) },
  })
}

/** Null when there is no such file. */
async function sha256Of(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch {
    return null
  }
}
