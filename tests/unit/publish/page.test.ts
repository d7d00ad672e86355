import { parse, parseFragment } from 'parse5'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, it } from 'vitest'
import { buildDocument } from '../../../storage/model/document.ts'
import { newQuote } from '../../../storage/model/quote.ts'
import type { Quote } from '../../../storage/model/quote.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import type { Story } from '../../../storage/model/story.ts'
import { html } from '../../../storage/publish/formats/html.ts'
import { inPrint, photoOf } from './in-print.ts'
import { block, figure, footbridge, p, quoted, quoteId, record, speaker, withQuotes } from './story.ts'

/** The page as a strict parser reads it; any fault it tolerates fails the test. */
function read(text: string): Tree.Element[] {
  const errors: unknown[] = []
  const document = parse(text, { onParseError: (error) => errors.push(error), sourceCodeLocationInfo: true })
  expect(errors).toEqual([])
  return elements(document)
}

function elements(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []))
}

function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

const value = (element: Tree.Element | undefined, name: string): string | undefined =>
  element?.attrs.find((attribute) => attribute.name === name)?.value

const find = (all: Tree.Element[], tag: string, className?: string): Tree.Element | undefined =>
  all.find((one) => one.tagName === tag && (className === undefined || value(one, 'class') === className))

const story = (language: string, headline: string, ...body: Parameters<typeof buildDocument>[2][number][]): Story => ({
  record: record({ language: language as never }),
  document: buildDocument(headline, '', body.length === 0 ? [p('x')] : body),
})

describe('the page', () => {
  it('is clean HTML in the right order: skip link, headline, figure, text', () => {
    const all = read(html.write(inPrint(footbridge(photoOf('xmp').id))))
    const order = all.map(({ tagName }) => tagName)
    expect(order.filter((tag) => ['a', 'main', 'h1', 'figure', 'figcaption', 'h2'].includes(tag))).toEqual([
      'a',
      'main',
      'h1',
      'figure',
      'figcaption',
      'h2',
    ])
    expect(value(find(all, 'a', 'skip'), 'href')).toBe('#story')
    expect(value(find(all, 'main'), 'id')).toBe('story')
    expect(value(find(all, 'img'), 'src')).toBe('../../media/%D5%AC-main.jpg')
    expect(value(find(all, 'img'), 'alt')).toBe('Five people with baskets walk over a narrow rope bridge.')
  })

  it.each([
    ['en', 'ltr', 'Skip to the story'],
    ['hy', 'ltr', 'Անցնել նյութի տեքստին'],
    ['ru', 'ltr', 'Перейти к тексту материала'],
    ['fa', 'rtl', 'رفتن به متن خبر'],
  ])('speaks %s', (language, dir, skip) => {
    const all = read(html.write(inPrint(story(language, 'x'))))
    expect([value(find(all, 'html'), 'lang'), value(find(all, 'html'), 'dir')]).toEqual([language, dir])
    const link = find(all, 'a', 'skip')
    expect(link === undefined ? '' : textOf(link)).toBe(skip)
    expect(value(link, 'lang')).toBeUndefined()
  })

  it('marks its own English words in a story of a language it has none for', () => {
    const all = read(html.write(inPrint(story('ar', 'عنوان'))))
    expect([value(find(all, 'html'), 'dir'), value(find(all, 'a', 'skip'), 'lang')]).toEqual(['rtl', 'en'])
  })

  it('asks nothing of any network and lets only its own script run', () => {
    const text = html.write(inPrint(footbridge(photoOf('xmp').id)))
    const all = read(text)
    const loading = all.flatMap(({ attrs }) => attrs.filter(({ name }) => ['src', 'srcset', 'action'].includes(name)))
    expect(loading.every((attribute) => attribute.value.startsWith('../../media/'))).toBe(true)
    expect(all.filter(({ tagName }) => ['link', 'iframe', 'object', 'base'].includes(tagName))).toEqual([])
    expect(text).not.toMatch(/url\(|@import|\son\w+=|\sstyle="/)
    const policy = all.find((one) => value(one, 'http-equiv') === 'Content-Security-Policy')
    expect(value(policy, 'content')).toMatch(
      /^default-src 'none'; img-src 'self' file:; style-src 'sha256-[^']+'; script-src 'sha256-/,
    )
  })

  it('has a text size that needs no script', () => {
    const all = read(html.write(inPrint(footbridge(null))))
    const radios = all.filter((one) => value(one, 'type') === 'radio')
    expect(radios.map((one) => [value(one, 'value'), value(one, 'checked')])).toEqual([
      ['xs', undefined],
      ['sm', undefined],
      ['md', ''],
      ['lg', undefined],
    ])
  })

  it('survives every mark in alt text, caption and headline', () => {
    const hostile = `"'><script>alert(1)</script> & &amp; «ёлочки» „лапки“ — ՝ ։ \u200fفارسی\u200c 🎉 e\u0301 --> ]]>`
    const body = figure(photoOf('plain').id, hostile, { alt: hostile, credit: hostile })
    const all = read(html.write(inPrint(story('en', hostile, body, p(hostile)))))
    const heading = find(all, 'h1')
    const caption = find(all, 'figcaption')
    expect(heading === undefined ? '' : textOf(heading)).toBe(hostile)
    expect(caption === undefined ? '' : textOf(caption)).toBe(`${hostile} ${hostile}`)
    expect(value(find(all, 'img'), 'alt')).toBe(hostile)
    expect(all.filter(({ tagName }) => tagName === 'script')).toHaveLength(1)
  })

  it('prints every block and mark', () => {
    const link = schema.mark('link', { href: 'https://example.org/?a=%22b%22&c' })
    const strong = schema.mark('strong')
    const lang = schema.mark('lang', { code: 'fa' })
    const item = schema.node('list_item', null, [p('One')])
    const document = buildDocument('x', '', [
      p(schema.text('bold', [strong]), schema.text(' and linked', [link, strong]), ' ', schema.text('سلام', [lang])),
      schema.node('subhead', { level: 3 }, [schema.text('Small')]),
      schema.node('bullet_list', null, [item]),
      schema.node('ordered_list', { start: 4 }, [item, item]),
      block('blockquote', p(quoted('“Words.”'))),
      block('pull_quote', 'Pulled'),
      schema.node('rule'),
      schema.node('link_card', { href: 'https://example.org/', title: '', description: 'About' }),
      p(),
    ])
    const quote = {
      ...newQuote(quoteId, 'direct', speaker),
      source: { kind: 'web_page', title: '', url: 'https://example.org/q', timecode: null },
    } as Quote
    const text = html.write(inPrint({ record: record({ dateline: null }), document: withQuotes(document, [quote]) }))
    read(text)
    const body = /<div class="body">\n([\s\S]*?)\n<\/div>/.exec(text)?.[1] ?? ''
    expect(body).toBe(
      '<p><strong>bold</strong><a href="https://example.org/?a=%22b%22&amp;c"><strong> and linked</strong></a> <span lang="fa" dir="rtl">سلام</span></p>' +
        '<h3>Small</h3><ul><li><p>One</p></li></ul><ol start="4"><li><p>One</p></li><li><p>One</p></li></ol>' +
        '<figure class="quoted"><blockquote cite="https://example.org/q" data-assoc="quote-1"><p><span data-assoc="quote-1">“Words.”</span></p></blockquote><figcaption>Karine Petrosian, teacher</figcaption></figure>' +
        '<figure class="pull"><blockquote><p>Pulled</p></blockquote></figure><hr>' +
        '<p class="card"><a href="https://example.org/">https://example.org/</a><br>About</p>',
    )
    expect(parseFragment(body).childNodes.length).toBeGreaterThan(0)
  })

  it('sets original words beside the first paragraph that prints them, once', () => {
    const quote = {
      ...newQuote(quoteId, 'direct', speaker),
      original: { language: 'hy', words: '«Նոր է»', translator: 'N. A.' },
    } as Quote
    const document = withQuotes(buildDocument('x', '', [p(quoted('“It is new,”')), p(quoted('“all of it.”'))]), [quote])
    const text = html.write(inPrint({ record: record(), document }))
    expect(text.match(/class="original"/g)).toHaveLength(1)
    expect(text).toContain('<p lang="hy" dir="ltr">«Նոր է»</p><p>Karine Petrosian. Translated by N. A.</p>')
  })

  it('says in place of a withdrawn story that it was withdrawn, and why', () => {
    const text = html.write(inPrint(footbridge(photoOf('xmp').id), 'kill'))
    expect(textOf(parse(text))).toContain('This story has been withdrawn and must not be used.')
    expect(text).toContain('The note says &quot;why&quot; &amp; &lt;when&gt;.')
    expect(text).not.toContain('pupils')
    expect(read(text).filter(({ tagName }) => tagName === 'img')).toEqual([])
  })

  it('leads from the moment of a correction to its note', () => {
    const all = read(html.write(inPrint(footbridge(null), 'correction')))
    const link = all.find((one) => value(one, 'href') === '#correction')
    expect(link === undefined ? '' : textOf(link)).toBe('What changed')
    expect(all.some((one) => value(one, 'id') === 'correction')).toBe(true)
  })
})
