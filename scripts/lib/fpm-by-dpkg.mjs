#!/usr/bin/env node
/**
 * In the place of fpm, which electron-builder would fetch from GitHub: makes the Debian package that it asks for with
 * dpkg-deb, out of the same arguments. For tests on machines that reach package registries only (`--test-deb` of
 * scripts/package.mjs): not compressed, which would take minutes.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

const text = { type: 'string' }
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { type: 'string', short: 's' },
    target: { type: 'string', short: 't' },
    force: { type: 'boolean' },
    depends: { type: 'string', short: 'd', multiple: true },
    'deb-recommends': { type: 'string', multiple: true },
    ...Object.fromEntries(
      'architecture after-install after-remove description version package name maintainer vendor url category deb-priority deb-compression license'
        .split(' ')
        .map((name) => [name, text]),
    ),
  },
})
if (values.target !== 'deb') throw new Error(`only Debian packages are made here, not ${values.target}`)

const root = mkdtempSync(join(tmpdir(), 'cine-deb-'))
// As every folder of a package: for all to read.
chmodSync(root, 0o755)
try {
  for (const pair of positionals) {
    const at = pair.lastIndexOf('=')
    const [from, to] = [pair.slice(0, at), join(root, pair.slice(at + 1))]
    mkdirSync(dirname(to), { recursive: true })
    cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  }
  const control = join(root, 'DEBIAN')
  mkdirSync(control)
  for (const [script, option] of [
    ['postinst', 'after-install'],
    ['postrm', 'after-remove'],
  ]) {
    if (!values[option]) continue
    cpSync(values[option], join(control, script))
    chmodSync(join(control, script), 0o755)
  }
  const [synopsis = '', ...more] = (values.description ?? '').split('\n')
  const fields = {
    Package: values.name,
    Version: values.version,
    Architecture: values.architecture,
    Maintainer: values.maintainer,
    Depends: values.depends?.join(', '),
    Recommends: values['deb-recommends']?.join(', '),
    Section: values.category ?? 'default',
    Priority: values['deb-priority'],
    Homepage: values.url,
    License: values.license,
    Description: [synopsis, ...more.map((line) => ` ${line.trim() || '.'}`)].join('\n'),
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  writeFileSync(join(control, 'control'), `${lines.join('\n')}\n`)
  execFileSync('dpkg-deb', ['--root-owner-group', '-Znone', '--build', root, values.package], {
    stdio: 'inherit',
  })
} finally {
  rmSync(root, { recursive: true, force: true })
}
