import fc from 'fast-check'
import { relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { pageFile } from '../../../electron/security/page-files.ts'

const root = `${sep}dist${sep}renderer`

const pieces = fc.oneof(
  fc.constantFrom('..', '.', '', '/', '\\', '%2e', '%2f', '%5c', '\0', '~', 'C:', 'main.js', 'index.html', 'assets'),
  fc.string({ maxLength: 4 }),
)

test('no address reaches a file outside the bundle', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), fc.constantFrom('/', ''), (parts, between) => {
      const file = pageFile(root, `/${parts.join(between)}`)
      if (file === null) return
      const inside = relative(root, file.path)
      expect(inside.split(sep)).not.toContain('..')
      expect(inside).not.toBe('')
    }),
    { numRuns: 3000 },
  )
})

test('every plain file of the bundle is reached', () => {
  const name = fc.stringMatching(/^[a-z0-9_][a-z0-9._-]{0,12}\.(js|css|html|woff2)$/)
  fc.assert(
    fc.property(name, (file) => {
      expect(pageFile(root, `/assets/${file}`)?.path).toBe([root, 'assets', file].join(sep))
    }),
  )
})
