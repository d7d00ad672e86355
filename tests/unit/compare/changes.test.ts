import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf } from '../../../renderer/compare/changes.ts'
import { foldUnchanged } from '../../../renderer/compare/fold.ts'
import { placeWords } from '../../../renderer/compare/place-words.ts'
import { compareDocuments } from '../../../storage/language/compare-stories.ts'
import { figure, paragraph, story } from '../editor/desk.ts'
import type { Node } from 'prosemirror-model'

function compared(from: Node, to: Node) {
  return changesOf({ ...compareDocuments(from, to), record: [] })
}

const before = story(
  'Bridge opens in three months',
  'Lorries wait.',
  'At about eight it rained.',
  'Same.',
  'Gone away.',
)
const after = story('Bridge opens in 94 days', 'Lorries wait.', 'New words here.', 'At 7.40 it rained.', 'Same.')

describe('the changes of a comparison', () => {
  test('are numbered in reading order, each with its words and its place', () => {
    const { blocks, changes } = compared(before, after)
    const told = changes.map(({ number, block, kind, deleted, inserted }) => {
      const place = blocks[block]
      return [number, kind, deleted, inserted, place === undefined ? '' : placeWords(place)]
    })
    expect(told).toEqual([
      [1, 'words', 'three months', '94 days', 'Headline'],
      [2, 'added', '', 'New words here.', 'Paragraph 1'],
      [3, 'words', 'about eight', '7.40', 'Paragraph 2'],
      [4, 'removed', 'Gone away.', '', 'Paragraph 3'],
    ])
  })

  test('say where they begin in the older and in the newer text', () => {
    const [first] = compared(story('a b c d', '', 'T.'), story('a new b c', '', 'T.')).changes
    expect(first).toMatchObject({ beforeAt: 2, afterAt: 2, deleted: '', inserted: 'new ' })
  })

  test('are whole sentences where a sentence was written behind another', () => {
    const { changes } = compared(story('H', '', 'It left. Done.'), story('H', '', 'It left. It came. Done.'))
    expect(changes.map(({ inserted }) => inserted.trim())).toEqual(['It came.'])
    const atEnd = compared(story('H', '', 'It left.'), story('H', '', 'It left. It came.')).changes
    expect(atEnd.map(({ inserted }) => inserted)).toEqual([' It came.'])
  })

  test('are one for a paragraph that was only set differently, and none for an empty one', () => {
    const plain = story('Head', '', 'Words.')
    const bold = story(
      'Head',
      '',
      paragraph('Words.').type.schema.node('subhead', { level: 2 }, plain.child(2).content),
    )
    expect(compared(plain, bold).changes.map(({ kind }) => kind)).toEqual(['form'])
    expect(compared(plain, story('Head', '', 'Words.', '')).changes).toEqual([])
  })

  test('name a photo without a caption', () => {
    const { changes, blocks } = compared(story('Head', '', 'Words.'), story('Head', '', 'Words.', figure('')))
    expect(changes).toHaveLength(1)
    expect(blocks[changes[0]?.block ?? 0]?.compared.type).toBe('caption')
  })

  test('give back both texts, whatever was written', () => {
    const line = fc.array(fc.constantFrom('one', 'two', 'three', '“four”', 'հինգ', '۶', ','), { maxLength: 8 })
    const body = fc.array(line, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(body, body, (older, newer) => {
        const from = story('Head', '', ...older.map((words) => words.join(' ')))
        const to = story('Head', '', ...newer.map((words) => words.join(' ')))
        const { blocks } = compared(from, to)
        for (const block of blocks) {
          const text = (side: 'deleted' | 'inserted') =>
            block.parts.map((part) => (typeof part === 'string' ? part : part[side])).join('')
          if (block.before !== null && block.compared.kind !== 'same' && block.compared.type === 'paragraph')
            expect(text('deleted')).toBe(from.child(block.before).textContent)
          if (block.after !== null && block.changes.every(({ kind }) => kind !== 'form'))
            expect(text('inserted')).toBe(to.child(block.after).textContent)
        }
      }),
    )
  })
})

describe('what did not change', () => {
  test('is folded run by run, but for headline and standfirst', () => {
    const from = story('Head', '', 'One.', 'Two.', 'Three is here.', 'Four.')
    const to = story('Head', '', 'One.', 'Two.', 'Three was here.', 'Four.')
    const parts = foldUnchanged(compared(from, to).blocks)
    expect(parts.map((part) => (part.kind === 'fold' ? part.blocks.length : part.block.compared.type))).toEqual([
      'headline',
      'standfirst',
      2,
      'paragraph',
      1,
    ])
  })
})
