import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import IntlMessageFormat from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { en } from '../../../renderer/i18n/en/index.ts'

const renderer = join(import.meta.dirname, '../../../renderer')

const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^i18n[\\/]en/.test(file))
  .map((file) => ({ file, text: readFileSync(join(renderer, file), 'utf8') }))

const code = sources.map((source) => source.text).join('\n')

/** What a template literal such as `record.urgency${n}` may become. */
const families = [...code.matchAll(/`([a-z][\w.]*)\$\{[^`]+\}([\w.]*)`/gi)].map(
  ([, start = '', end = '']) => new RegExp(`^${start.replaceAll('.', '\\.')}[\\w]+${end.replaceAll('.', '\\.')}$`),
)

describe('the English catalogue', () => {
  test('holds only messages that can be parsed and have words', () => {
    const broken = Object.entries(en).filter(([, message]) => message.trim() === '' || !canParse(message))
    expect(broken).toEqual([])
  })

  test('holds no message that nothing shows', () => {
    const unused = Object.keys(en).filter(
      (key) => !code.includes(`'${key}'`) && !code.includes(`"${key}"`) && !families.some((family) => family.test(key)),
    )
    expect(unused).toEqual([])
  })

  test('keeps to the words of the house', () => {
    const strange = Object.entries(en).filter(([, message]) =>
      /!|\bplease\b|\boops\b|\bsuccessful|\bsorry\b|\.\.\./i.test(message),
    )
    expect(strange).toEqual([])
  })

  test('every message is given what it asks for', () => {
    const short: string[] = []
    for (const { file, text } of sources) {
      for (const [, key = '', given] of text.matchAll(/\bt\(\s*'([\w.]+)'(?:,\s*\{([^}]*)\})?\s*\)/g)) {
        const message = (en as Readonly<Record<string, string>>)[key]
        if (message === undefined) continue
        const names = (given ?? '').split(',').map((part) => part.split(':', 1)[0]?.trim() ?? '')
        const missing = namesIn(message).filter((name) => !names.includes(name))
        if (missing.length > 0) short.push(`${file}: ${key} wants ${missing.join(', ')}`)
      }
    }
    expect(short).toEqual([])
  })
})

/** The names of the values that a message asks for. */
function namesIn(message: string): string[] {
  const names = new Set<string>()
  const visit = (elements: readonly unknown[]): void => {
    for (const element of elements) {
      if (typeof element !== 'object' || element === null) continue
      const { type, value, options } = element as { type: number; value?: unknown; options?: Record<string, unknown> }
      // 0 is literal text, 7 the sign for the number of a plural; all other kinds name a value, but for tags (8).
      if (type !== 0 && type !== 7 && type !== 8 && typeof value === 'string') names.add(value)
      for (const option of Object.values(options ?? {})) visit((option as { value: unknown[] }).value)
    }
  }
  visit(new IntlMessageFormat(message, 'en-GB').getAst())
  return [...names]
}

function canParse(message: string): boolean {
  try {
    return new IntlMessageFormat(message, 'en-GB').getAst().length > 0
  } catch {
    return false
  }
}
