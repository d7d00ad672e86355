import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { storyPlaces } from '../../../storage/library/places.ts'
import { buildDocument } from '../../../storage/model/document.ts'
import type { StoryId } from '../../../storage/model/ids.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { english } from '../../fixtures/stories.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { typing, window1 } from '../journal/entries.ts'
import { galley, withCommandLine } from './galley.ts'

withCommandLine()

/** A workspace with a story of two versions and a change since. */
async function desk(): Promise<{ workspace: string; id: StoryId }> {
  const workspace = join(await temporaryFolder(), 'desk')
  await galley(['init', workspace, '--name', 'The desk'])
  const opened = await openWorkspace(workspace)
  await opened.changeSettings({ editor: 'Լիլիթ Պ.' })
  const document = buildDocument('The bell rings', '', [
    schema.node('paragraph', null, [schema.text('«Նավը» comes at eight.')]),
    schema.node('paragraph', null, [schema.text('قایق‌ها بازگشتند')]),
  ])
  const { record } = await opened.createStory({ language: english, document })
  await opened.nameVersion(record.id, 'First read')
  const { authority } = await opened.openStory(record.id)
  await authority.receive(authority.version, typing(authority.document, ' again', 15), window1)
  await authority.changeRecord({ status: 'ready', urgency: 3 })
  await authority.receive(authority.version, typing(authority.document, 'Hark! '), window1)
  await opened.close()
  return { workspace, id: record.id }
}

describe('galley history and compare', () => {
  it('list the versions and compare them word by word', async () => {
    const { workspace, id } = await desk()
    const listed = await galley(['history', id, '--json'], { workspace })
    const at = expect.stringMatching(/^\d{4}-.*Z$/) as string
    expect([listed.status, listed.json]).toEqual([
      0,
      {
        versions: [
          { number: 2, at, by: 'Լիլիթ Պ.', kind: 'status', name: '', words: 10, added: 1, removed: 0 },
          { number: 1, at, by: 'Լիլիթ Պ.', kind: 'named', name: 'First read', words: 9, added: 9, removed: 0 },
        ],
      },
    ])
    const compared = await galley(['compare', id, '1', 'now', '--json'], { workspace })
    expect([compared.status, compared.json]).toEqual([
      0,
      {
        from: 1,
        to: 'now',
        added: 2,
        removed: 0,
        blocks: [
          {
            kind: 'changed',
            segments: [
              { kind: 'inserted', text: 'Hark! ' },
              { kind: 'same', text: 'The bell rings' },
              { kind: 'inserted', text: ' again' },
            ],
          },
          { kind: 'same', segments: [] },
          { kind: 'same', segments: [{ kind: 'same', text: '«Նավը» comes at eight.' }] },
          { kind: 'same', segments: [{ kind: 'same', text: 'قایق‌ها بازگشتند' }] },
        ],
        record: [
          { field: 'status', from: 'draft', to: 'ready' },
          { field: 'urgency', from: '5', to: '3' },
        ],
      },
    ])
    const text = await galley(['compare', id, '2', '1'], { workspace })
    expect(text.out).toBe(
      'The bell rings[- again-]\n\n(3 paragraphs not changed)\n\nstatus: [-ready-] {+draft+}\n\nurgency: [-3-] {+5+}\n\n+0 −1 words\n',
    )
    expect((await galley(['history', id], { workspace })).out).toMatch(
      /^ {3}2 .* 10 words {2}\+1 −0 {2}status changed {2}Լիլիթ Պ\.\n {3}1 .*First read.*\n2 kept\n$/,
    )
  })

  it('say what is not there, what is wrong usage and what is damaged', async () => {
    const { workspace, id } = await desk()
    const run = async (...words: string[]): Promise<unknown[]> => {
      const { status, json } = await galley([...words, '--json'], { workspace })
      return [status, (json as { error?: { code: string } }).error?.code]
    }
    expect(await run('history', '01938f2a-5c00-7d31-9a42-6f0e1b2c3d4f')).toEqual([1, 'not_found'])
    expect(await run('compare', id, '1', '9')).toEqual([1, 'not_found'])
    expect(await run('compare', id, 'one', 'now')).toEqual([2, 'usage'])
    expect(await run('compare', id, '1')).toEqual([2, 'usage'])
    await writeFile(join(storyPlaces(workspace, id).versions, '0001.json.gz'), 'x')
    expect(await run('compare', id, '1', 'now')).toEqual([1, 'story_damaged'])
    expect(await run('compare', id, '2', 'now')).toEqual([0, undefined])
  })
})
