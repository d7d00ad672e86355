#!/usr/bin/env node
// Stands in for fpm, which electron-builder would download from GitHub: does what
// `fpm -s dir -t deb` is asked for here, with Debian's own dpkg-deb.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

const text = /** @type {const} */ ({ type: 'string' })
const list = /** @type {const} */ ({ type: 'string', multiple: true })
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    s: { ...text, short: 's' },
    t: { ...text, short: 't' },
    depends: { ...list, short: 'd' },
    force: { type: 'boolean' },
    'deb-recommends': list,
    'deb-compression': text,
    'deb-priority': text,
    architecture: text,
    'after-install': text,
    'after-remove': text,
    description: text,
    version: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    category: text,
    license: text,
  },
})
if (values.s !== 'dir' || values.t !== 'deb' || !values.package) {
  console.error('This stand-in makes Debian packages of folders only. Set CUSTOM_FPM_PATH to a real fpm for others.')
  process.exit(1)
}

const root = mkdtempSync(join(tmpdir(), 'galley-deb-'))
try {
  for (const pair of positionals) {
    const at = pair.lastIndexOf('=')
    const from = pair.slice(0, at)
    const to = join(root, pair.slice(at + 1))
    mkdirSync(dirname(to), { recursive: true })
    cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  }
  const installed = Number(execFileSync('du', ['-sk', root]).toString().split('\t')[0])
  mkdirSync(join(root, 'DEBIAN'))
  writeFileSync(join(root, 'DEBIAN/control'), control(installed))
  for (const [script, file] of [
    ['postinst', values['after-install']],
    ['postrm', values['after-remove']],
  ]) {
    if (script && file && statSync(file).size > 0) {
      cpSync(file, join(root, 'DEBIAN', script))
      execFileSync('chmod', ['755', join(root, 'DEBIAN', script)])
    }
  }
  execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', root])
  const compression = `-Z${(values['deb-compression'] ?? 'xz').replace(/^gz$/, 'gzip')}`
  execFileSync('dpkg-deb', ['--root-owner-group', compression, '--build', root, values.package], { stdio: 'inherit' })
} finally {
  rmSync(root, { recursive: true, force: true })
}

/**
 * The package's control file. Lines after the first of a description are indented; an empty one is a dot.
 * @param {number} installed kilobytes
 */
function control(installed) {
  const [synopsis = '', ...more] = (values.description ?? '').trim().split('\n')
  const body = more.map((line) => (line.trim() ? ` ${line.trim()}` : ' .'))
  const fields = {
    Package: values.name,
    Version: values.version,
    License: values.license,
    Vendor: values.vendor,
    Architecture: values.architecture,
    Maintainer: values.maintainer,
    'Installed-Size': String(installed),
    Depends: values.depends?.join(', '),
    Recommends: values['deb-recommends']?.join(', '),
    Section: values.category ?? 'default',
    Priority: values['deb-priority'],
    Homepage: values.url,
    Description: [synopsis, ...body].join('\n'),
  }
  const lines = Object.entries(fields).filter(([, value]) => value)
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`
}
