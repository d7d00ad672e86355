import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { CheckResult } from '../../../storage/checks/check-story.ts'
import { readStory } from '../../../storage/model/story.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { publish } from '../../../storage/publish/publish.ts'
import { verify } from '../../../storage/publish/verify.ts'
import { filesIn, jsonIn } from '../../unit/publish/bundle-files.ts'
import { later, now, request, testDesk } from '../../unit/publish/desk.ts'
import { arbitraryStory } from './arbitrary-story.ts'

// Generated stories break every rule of the desk; what is looked at here is what comes out.
vi.mock('../../../storage/checks/check-story.ts', () => ({
  checkStory: (): CheckResult => ({ findings: [], passed: 0 }),
}))

describe('publish', () => {
  it('loses nothing: a bundle imported into an empty workspace is published again to the same bytes', async () => {
    const first = await testDesk()
    const second = await testDesk()
    const photo = await first.addPhoto('marks.jpg')
    await second.addPhoto('marks.jpg')
    let run = 0
    await fc.assert(
      fc.asyncProperty(arbitraryStory([photo.id]), async (story) => {
        run += 1
        const [out, back] = [join(first.root, `out-${run}`), join(second.root, `back-${run}`)]
        first.stories.clear()
        first.stories.set(story.record.id, story)
        await publish(request(first, out), first, { now })
        expect(await verify(out)).toEqual({ ok: true, problems: [] })

        const [folder] = ((await jsonIn(out, 'manifest.json'))['stories'] as { folder: string }[]).map(
          (one) => one.folder,
        )
        const imported = readStory(await jsonIn(out, `${folder ?? ''}/story.json`))
        second.stories.clear()
        second.stories.set(imported.record.id, imported)
        await publish(request(second, back), second, { now: later })
        expect(await filesIn(back)).toEqual(await filesIn(out))
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('packs the same zip in two time zones, whatever order the stories were asked for in', async () => {
    const desk = await testDesk()
    const photo = await desk.addPhoto('marks.jpg')
    const sampled = fc.sample(arbitraryStory([photo.id]), 4)
    sampled.forEach((story, index) => {
      const id = storyIdSchema.parse(`0196a000-0000-7000-8000-00000000010${index}`)
      desk.stories.set(id, { ...story, record: { ...story.record, id } })
    })
    const zone = process.env['TZ']
    const ids = [...desk.stories.keys()]
    const zips: Buffer[] = []
    for (const [TZ, order] of [
      ['Pacific/Kiritimati', ids],
      ['America/St_Johns', [...ids].reverse()],
    ] as const) {
      process.env['TZ'] = TZ
      const path = join(desk.root, `${TZ.replace('/', '-')}.zip`)
      await publish(request(desk, path, { ids: order }), desk, { now })
      zips.push(await readFile(path))
    }
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(zips[1]?.equals(zips[0] ?? Buffer.alloc(0))).toBe(true)
  })
})
