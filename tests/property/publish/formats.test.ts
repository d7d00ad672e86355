import fc from 'fast-check'
import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, it } from 'vitest'
import { schema } from '../../../storage/model/schema/index.ts'
import { readStory } from '../../../storage/model/story.ts'
import type { Story } from '../../../storage/model/story.ts'
import { formatsOf } from '../../../storage/publish/formats/index.ts'
import { galley } from '../../../storage/publish/formats/galley.ts'
import { html } from '../../../storage/publish/formats/html.ts'
import { ninjs } from '../../../storage/publish/formats/ninjs.ts'
import type { StoryInPrint } from '../../../storage/publish/print.ts'
import { formatNames } from '../../../storage/publish/request.ts'
import { profileProblems } from '../../../storage/publish/profile.ts'
import { inPrint, photoOf } from '../../unit/publish/in-print.ts'
import { hasOfficialSchema, officialErrors } from '../../unit/publish/official-schema.ts'
import { arbitraryStory } from './arbitrary-story.ts'

const stories = arbitraryStory([photoOf('xmp').id, photoOf('plain').id])
const prints = fc
  .tuple(stories, fc.constantFrom('publish' as const, 'correction' as const, 'kill' as const))
  .map(([story, kind]): StoryInPrint => inPrint(story, kind))

/** What HTML can hold of a text, written out anew: lines end in one way, no control, no half character. */
function printable(text: string): string {
  return [...text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')]
    .filter((letter) => {
      const code = letter.codePointAt(0) ?? 0
      const control = (code < 0x20 && letter !== '\n' && letter !== '\t') || (code >= 0x7f && code <= 0x9f)
      const half = code >= 0xd800 && code <= 0xdfff
      return !control && !half && (code & 0xfffe) !== 0xfffe && !(code >= 0xfdd0 && code <= 0xfdef)
    })
    .join('')
}

function walk(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...walk(child)] : []))
}

function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

describe('every story', () => {
  it('becomes ninjs that holds to our profile', () => {
    fc.assert(
      fc.property(prints, (print) => {
        expect(profileProblems(JSON.parse(ninjs.write(print)))).toEqual([])
      }),
    )
  })

  it.skipIf(!hasOfficialSchema)('becomes ninjs that is valid by the official schema', () => {
    fc.assert(
      fc.property(prints, (print) => {
        expect(officialErrors(JSON.parse(ninjs.write(print)))).toEqual([])
      }),
    )
  })

  it('becomes a page without a fault, whose headline and alt texts are the story’s', () => {
    fc.assert(
      fc.property(prints, (print) => {
        const faults: string[] = []
        const all = walk(parse(html.write(print), { onParseError: ({ code }) => faults.push(code) }))
        expect(faults).toEqual([])
        const [heading] = all.filter(({ tagName }) => tagName === 'h1')
        expect(heading && textOf(heading)).toBe(printable(print.headline))
        const shown = print.withdrawn ? [] : print.figures.filter(({ renditions }) => renditions.length > 0)
        const alts = all
          .filter(({ tagName }) => tagName === 'img')
          .map(({ attrs }) => attrs.find(({ name }) => name === 'alt')?.value)
        expect(alts).toEqual(shown.map(({ alt }) => printable(alt)))
        expect(all.filter(({ tagName }) => tagName === 'script')).toHaveLength(1)
        expect(all.flatMap(({ attrs }) => attrs).filter(({ name }) => name.startsWith('on'))).toEqual([])
      }),
    )
  })

  it('comes back from Galley JSON without loss', () => {
    fc.assert(
      fc.property(prints, (print) => {
        const again = readStory(JSON.parse(galley.write(print)))
        expect(again.record).toEqual(print.story.record)
        expect(again.document.eq(print.story.document)).toBe(true)
        expect(galley.write({ ...print, story: again })).toBe(galley.write(print))
      }),
    )
  })

  it('gives the same bytes in every time zone and however its table of quotations was filled', () => {
    const zone = process.env['TZ']
    const write = (story: Story): string[] => formatsOf(formatNames).map((format) => format.write(inPrint(story)))
    fc.assert(
      fc.property(stories, (story) => {
        const table = story.document.attrs['quotes'] as Record<string, unknown>
        const turned = Object.fromEntries(Object.entries(table).reverse())
        const document = schema.node('doc', { quotes: turned }, story.document.content)
        process.env['TZ'] = 'Pacific/Kiritimati'
        const east = write(story)
        process.env['TZ'] = 'America/St_Johns'
        expect(write({ ...story, document })).toEqual(east)
      }),
      { numRuns: 50 },
    )
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })
})
