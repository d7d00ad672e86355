import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { slugSchema } from '../../../storage/model/record.ts'
import { profileProblems } from '../../../storage/publish/profile.ts'
import { publish } from '../../../storage/publish/publish.ts'
import { jsonIn } from './bundle-files.ts'
import { later, now, request, testDesk } from './desk.ts'
import type { TestDesk } from './desk.ts'
import { hasOfficialSchema, officialErrors } from './official-schema.ts'
import { footbridge, storyId } from './story.ts'

const armenianId = storyIdSchema.parse('0196a000-0000-7000-8000-000000000002')
const persianId = storyIdSchema.parse('0196a000-0000-7000-8000-000000000003')

/** One story in English, and its Armenian and Persian versions. */
async function deskWithLanguages(): Promise<TestDesk> {
  const desk = await testDesk()
  const photo = await desk.addPhoto('xmp.jpg')
  const source = footbridge(photo.id)
  desk.stories.set(storyId, source)
  for (const [id, language] of [
    [armenianId, 'hy'],
    [persianId, 'fa'],
  ] as const) {
    const record = { ...source.record, id, language: languageTagSchema.parse(language) }
    const slug = slugSchema.parse(`FOOTBRIDGE-${language.toUpperCase()}`)
    desk.stories.set(id, { ...source, record: { ...record, slug, translation: { of: storyId, version: 2 } } })
  }
  return desk
}

const linksOf = async (bundle: string, folder: string): Promise<unknown[]> => {
  const { associations } = await jsonIn(bundle, `stories/${folder}/story.ninjs.json`)
  return (associations as { name: string; rel: string; uri: string }[])
    .filter(({ name }) => name.startsWith('language-'))
    .map(({ name, rel, uri }) => [name, rel, uri])
}

describe('a story published in several languages', () => {
  it('names its other versions in every format when they go out together', async () => {
    const desk = await deskWithLanguages()
    const bundle = join(desk.root, 'out', 'together')
    await publish(request(desk, bundle), desk, { now })
    expect(await linksOf(bundle, 'FOOTBRIDGE-ARU')).toEqual([
      ['language-hy', 'translation', `urn:uuid:${armenianId}`],
      ['language-fa', 'translation', `urn:uuid:${persianId}`],
    ])
    expect(await linksOf(bundle, 'FOOTBRIDGE-HY')).toEqual([['language-en', 'translationOf', `urn:uuid:${storyId}`]])
    expect(await jsonIn(bundle, 'stories/FOOTBRIDGE-ARU/story.jsonld')).toMatchObject({
      workTranslation: [
        { '@type': 'NewsArticle', '@id': `urn:uuid:${armenianId}`, inLanguage: 'hy' },
        { '@id': `urn:uuid:${persianId}` },
      ],
    })
    expect(await jsonIn(bundle, 'stories/FOOTBRIDGE-FA/story.jsonld')).toMatchObject({
      translationOfWork: { '@id': `urn:uuid:${storyId}`, inLanguage: 'en' },
    })
    expect(await jsonIn(bundle, 'stories/FOOTBRIDGE-HY/story.json')).toMatchObject({
      record: { translation: { of: storyId, version: 2 } },
    })
    const page = await readFile(join(bundle, 'stories/FOOTBRIDGE-HY/story.html'), 'utf8')
    expect(page).toContain('<link rel="alternate" hreflang="fa" href="../../stories/FOOTBRIDGE-FA/story.html">')
    expect(page).toContain('>فارسی</a>')
    expect(page).toContain('>English</a>')
  })

  it.skipIf(!hasOfficialSchema)('is valid ninjs, and holds to our profile', async () => {
    const desk = await deskWithLanguages()
    const bundle = join(desk.root, 'out', 'valid')
    await publish(request(desk, bundle), desk, { now })
    for (const folder of ['FOOTBRIDGE-ARU', 'FOOTBRIDGE-HY', 'FOOTBRIDGE-FA']) {
      const item = await jsonIn(bundle, `stories/${folder}/story.ninjs.json`)
      expect(officialErrors(item)).toEqual([])
      expect(profileProblems(item)).toEqual([])
    }
  })

  it('names only what is out when it is published apart, and is a new version once there is more to name', async () => {
    const desk = await deskWithLanguages()
    const alone = join(desk.root, 'out', 'alone')
    await publish(request(desk, alone, { ids: [storyId] }), desk, { now })
    expect(await linksOf(alone, 'FOOTBRIDGE-ARU')).toEqual([])
    const second = join(desk.root, 'out', 'second')
    await publish(request(desk, second, { ids: [armenianId] }), desk, { now })
    expect(await linksOf(second, 'FOOTBRIDGE-HY')).toEqual([['language-en', 'translationOf', `urn:uuid:${storyId}`]])
    expect(await readFile(join(second, 'stories/FOOTBRIDGE-HY/story.html'), 'utf8')).not.toContain('rel="alternate"')
    const again = join(desk.root, 'out', 'again')
    const { version } = await publish(request(desk, again, { ids: [storyId] }), desk, { now: later })
    expect(version).toBe(2)
    expect(await linksOf(again, 'FOOTBRIDGE-ARU')).toEqual([['language-hy', 'translation', `urn:uuid:${armenianId}`]])
  })

  it('says nothing of when it was due and who moved it', async () => {
    const desk = await deskWithLanguages()
    const story = desk.stories.get(storyId)
    if (story === undefined) throw new Error('the desk has no such story')
    const moves = [{ from: 'draft' as const, to: 'ready' as const, at: now, by: 'Лев К.' }]
    desk.stories.set(storyId, { ...story, record: { ...story.record, due: later, moves } })
    const bundle = join(desk.root, 'out', 'handled')
    await publish(request(desk, bundle, { ids: [storyId] }), desk, { now })
    expect(await jsonIn(bundle, 'stories/FOOTBRIDGE-ARU/story.json')).toMatchObject({
      record: { due: null, moves: [] },
    })
  })
})
