import { describe, expect, it } from 'vitest'
import { importStory } from '../../../storage/importers/import-story.ts'
import { isGalleyError } from '../../../storage/model/errors.ts'
import type { ErrorCode } from '../../../storage/model/errors.ts'
import { headlineOf } from '../../../storage/model/summary.ts'
import { plainText } from '../../../storage/model/text.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function refusal(name: string, content: Uint8Array): ErrorCode | null {
  try {
    importStory({ name, bytes: content })
    return null
  } catch (error) {
    return isGalleyError(error) ? error.code : 'internal'
  }
}

describe('what is refused', () => {
  it.each([
    ['an empty file', 'a.txt', bytes(''), 'invalid_input'],
    ['nothing but spaces', 'a.txt', bytes(' \n\t\n'), 'invalid_input'],
    ['HTML without words', 'a.html', bytes('<p> </p><script>x()</script>'), 'invalid_input'],
    ['bytes that are no text', 'a.txt', new Uint8Array([1, 2, 0, 0, 255, 3]), 'invalid_input'],
    ['a PDF', 'a.txt', bytes('%PDF-1.7 ...'), 'unsupported_format'],
    ['a photo', 'a', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'unsupported_format'],
    ['a Word document', 'a.docx', new Uint8Array([0x50, 0x4b, 3, 4]), 'unsupported_format'],
    ['ninjs', 'a.json', bytes('{"uri": "tag:x"}'), 'unsupported_format'],
    ['a text beyond any story', 'a.txt', new Uint8Array(17_000_000).fill(0x61), 'too_large'],
  ])('%s', (_what, name, content, code) => {
    expect(refusal(name, content)).toBe(code)
  })
})

describe('how a file is read', () => {
  it('knows HTML by its beginning, whatever it is called', () => {
    const story = importStory({ name: 'page.txt', bytes: bytes('<!DOCTYPE html><h1>Bridge opens</h1><p>It did.') })
    expect(headlineOf(story.document)).toBe('Bridge opens')
  })

  it('reads UTF-16 with its mark', () => {
    const text = '\ufeffМост открыт\n\nОн открылся утром.'
    const content = new Uint8Array(Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).buffer)
    expect(headlineOf(importStory({ name: 'a.txt', bytes: content }).document)).toBe('Мост открыт')
  })

  it('guesses an old Cyrillic file and says that it guessed', () => {
    const old = new Uint8Array([0xcc, 0xee, 0xf1, 0xf2, 0x20, 0xee, 0xf2, 0xea, 0xf0, 0xfb, 0xf2])
    const story = importStory({ name: 'a.txt', bytes: old })
    expect(headlineOf(story.document)).toBe('Мост открыт')
    expect(story.warnings.map(({ code }) => code)).toContain('encoding_guessed')
  })

  it('prefers the HTML of a clipboard and falls back to its text', () => {
    const both = { name: '', text: 'Plain bridge', html: '<h1>Rich bridge</h1><p>Words of it.</p>' }
    expect(headlineOf(importStory(both).document)).toBe('Rich bridge')
    expect(headlineOf(importStory({ ...both, html: null }).document)).toBe('Plain bridge')
    expect(headlineOf(importStory({ ...both, html: ' ' }).document)).toBe('Plain bridge')
  })
})

describe('a plain text', () => {
  const bring = (text: string): ReturnType<typeof importStory> => importStory({ name: 'a.txt', text })

  it('without a headline keeps its first paragraph and says that one is missing', () => {
    const long = 'The bridge opened at dawn. Nobody was late. The mayor walked first, and then the band. '.repeat(3)
    const story = bring(`${long}\n\nThe rest followed.`)
    expect(headlineOf(story.document)).toBe('')
    expect(story.warnings.map(({ code }) => code)).toEqual(['headline_missing'])
    expect(plainText(story.document)).toContain('The bridge opened at dawn.')
  })

  it('turns bullets and numbers into lists', () => {
    const story = bring('Three things\n\nThey were these, said the mayor.\n\n• rope\n• rivets\n\n3. paint\n4. patience')
    const types: string[] = []
    story.document.forEach((node) => types.push(node.type.name))
    expect(types).toEqual(['headline', 'standfirst', 'paragraph', 'bullet_list', 'ordered_list'])
    expect(story.document.child(4).attrs['start']).toBe(3)
  })

  it('leaves a single label that is a word of the story alone', () => {
    const story = bring('Sizes of the day\n\nThe shop sold one size.\n\nXL\n\nNobody bought it.')
    expect(plainText(story.document)).toContain('XL')
  })

  it('takes no dialogue dash for a dateline', () => {
    const story = bring('A talk on the bridge\n\nRoth — a lawyer from the valley — left the meeting early on Monday.')
    expect(story.fields.dateline).toBeUndefined()
  })
})
