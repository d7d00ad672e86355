import { describe, expect, test } from 'vitest'
import { readPictureAddress } from '../../../electron/security/media-protocol.ts'
import { isAppAddress } from '../../../electron/security/origin.ts'
import { pageFile } from '../../../electron/security/page-files.ts'
import { contentSecurityPolicy } from '../../../electron/security/policy.ts'

const sha = 'a'.repeat(64)

describe('our own pages', () => {
  test.each(['app://galley/', 'app://galley/index.html', 'app://galley/index.html?x#y'])('%s is one', (address) => {
    expect(isAppAddress(address)).toBe(true)
  })

  test.each([
    'app://galley.example/',
    'app://elsewhere/index.html',
    'app://galley@elsewhere/',
    'app://user@galley/',
    'https://galley/',
    'file:///index.html',
    'about:blank',
    'data:text/html,app://galley/',
    'app:galley',
    '',
  ])('%j is none', (address) => {
    expect(isAppAddress(address)).toBe(false)
  })
})

describe('the files of a page', () => {
  test.each([
    ['/index.html', '/dist/index.html', 'text/html; charset=utf-8'],
    ['/main.js', '/dist/main.js', 'text/javascript; charset=utf-8'],
    ['/assets/inter-AB12.woff2', '/dist/assets/inter-AB12.woff2', 'font/woff2'],
  ])('%s is %s', (pathname, path, type) => {
    expect(pageFile('/dist', pathname)).toEqual({ path, type })
  })

  test.each([
    '/',
    '',
    '/../secret.json',
    '/assets/../../secret.json',
    '/%2e%2e/secret.json',
    '/..%2fsecret.json',
    '/assets\\..\\secret.json',
    '/assets//main.js',
    '/.hidden.js',
    '/C:/secret.json',
    '/main.js\0.html',
    '/main',
    '/main.exe',
  ])('%j is none', (pathname) => {
    expect(pageFile('/dist', pathname)).toBeNull()
  })
})

describe('the address of a photo', () => {
  test('names an original, or a width', () => {
    expect(readPictureAddress(`media://photo/${sha}`)).toEqual({ id: sha, width: null })
    expect(readPictureAddress(`media://photo/${sha}?w=640`)).toEqual({ id: sha, width: 640 })
  })

  test.each([
    `media://other/${sha}`,
    `media://photo/${sha}.jpg`,
    `media://photo/${sha}/..`,
    `media://photo/${sha.toUpperCase()}`,
    `media://photo/${sha.slice(1)}`,
    `media://photo/..%2f${sha}`,
    `media://photo/${sha}?w=0`,
    `media://photo/${sha}?w=640&w=1`,
    `media://photo/${sha}?w=-1`,
    `media://photo/${sha}?w=1e3`,
    `media://photo/${sha}?h=640`,
    `media://photo/`,
    `app://photo/${sha}`,
  ])('is not %s', (address) => {
    expect(readPictureAddress(address)).toBeNull()
  })
})

test('the policy starts from nothing and never lets script in that is not ours', () => {
  const rules = Object.fromEntries(
    contentSecurityPolicy('nonce')
      .split('; ')
      .map((rule) => [rule.slice(0, rule.indexOf(' ')), rule.slice(rule.indexOf(' ') + 1)]),
  )
  expect(rules).toMatchObject({ 'default-src': "'none'", 'script-src': "'self'", 'connect-src': "'none'" })
  expect(rules['style-src-elem']).toBe("'self' 'nonce-nonce'")
  expect(Object.values(rules).join(' ')).not.toMatch(/unsafe-eval|https?:|data:|blob:|\*/)
})
