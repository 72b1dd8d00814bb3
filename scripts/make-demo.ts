/** Writes `resources/demo/`: `node scripts/make-demo.ts`. A test checks that it gives what is committed. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deriveDemo } from './demo/files.ts'

for (const [name, content] of Object.entries(await deriveDemo())) {
  await writeFile(join(import.meta.dirname, '../resources/demo', name), content)
  console.log(`${name}: ${content.split('\n').length - 2} lines, ${Buffer.byteLength(content)} bytes`)
}
