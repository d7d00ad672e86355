import { mkdir, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mediaIdSchema, storyIdSchema } from '../../../storage/model/ids.ts'
import { readStory } from '../../../storage/model/story.ts'
import { handOver } from '../../../storage/publish/hand-over.ts'
import { publish } from '../../../storage/publish/publish.ts'
import { verify } from '../../../storage/publish/verify.ts'
import { temporaryFolder } from '../files/temporary-folder.ts'
import { filesIn, jsonIn } from './bundle-files.ts'
import { later, now, request, testDesk } from './desk.ts'
import { footbridge } from './story.ts'

const note = 'Handed over. Not published.'

describe('handing stories over', () => {
  it('writes a bundle that holds, under the slug, and enters no publication', async () => {
    const desk = await testDesk()
    const story = footbridge((await desk.addPhoto('marks.jpg')).id)
    desk.stories.set(story.record.id, story)
    const folder = await temporaryFolder()
    const handed = await handOver({ ids: [story.record.id], folder, now, note }, desk)
    const path = join(folder, 'FOOTBRIDGE-ARU')
    expect(handed).toEqual([{ path, ids: [story.record.id], draft: null }])
    expect(await verify(path)).toEqual({ ok: true, problems: [] })
    expect(await readdir(folder)).toEqual(['FOOTBRIDGE-ARU'])
    expect(desk.stories.get(story.record.id)).toBe(story)
    expect(desk.entries).toEqual([])
    expect((await jsonIn(path, 'stories/FOOTBRIDGE-ARU/story.ninjs.json'))['edNote']).toContain(note)
  })

  it('gives the publication again that an unchanged story had', async () => {
    const desk = await testDesk()
    const story = footbridge((await desk.addPhoto('marks.jpg')).id)
    desk.stories.set(story.record.id, story)
    const [out, folder] = [join(await temporaryFolder(), 'out'), await temporaryFolder()]
    await publish(request(desk, out), desk, { now })
    await handOver({ ids: [story.record.id], folder, now: later, note }, desk)
    expect(await filesIn(join(folder, 'FOOTBRIDGE-ARU'))).toEqual(await filesIn(out))
  })

  it('writes a draft of each that something stands in the way of, and a bundle of the others', async () => {
    const desk = await testDesk()
    const whole = footbridge((await desk.addPhoto('marks.jpg')).id)
    const id = storyIdSchema.parse('0196a000-0000-7000-8000-000000000002')
    const gone = footbridge(mediaIdSchema.parse('f'.repeat(64)))
    const held = { document: gone.document, record: { ...gone.record, id } }
    desk.stories.set(whole.record.id, whole)
    desk.stories.set(id, held)
    const folder = join(await temporaryFolder(), 'both')
    await mkdir(folder)
    const handed = await handOver({ ids: [whole.record.id, id], folder, now, note }, desk)
    expect(handed).toMatchObject([
      { ids: [whole.record.id], draft: null },
      { ids: [id], draft: 'FOOTBRIDGE-ARU' },
    ])
    const { document } = readStory(JSON.parse(await readFile(join(folder, 'FOOTBRIDGE-ARU.json'), 'utf8')))
    expect(document.eq(held.document)).toBe(true)
  })
})
