import { figures } from '../../../storage/model/figures.ts'
import { photoSchema } from '../../../storage/model/photo.ts'
import type { Photo } from '../../../storage/model/photo.ts'
import type { Publication } from '../../../storage/model/record.ts'
import { defaultSettings } from '../../../storage/model/settings.ts'
import type { Story } from '../../../storage/model/story.ts'
import { compose, houseOf } from '../../../storage/publish/compose.ts'
import { nextPublication } from '../../../storage/publish/next-publication.ts'
import type { StoryInPrint } from '../../../storage/publish/print.ts'
import { headlineOf } from '../../../storage/model/summary.ts'

const empty = {
  caption: '',
  alt: '',
  extendedDescription: '',
  headline: '',
  creator: '',
  credit: '',
  copyright: '',
  source: '',
  created: '',
  location: { city: '', state: '', country: '' },
  people: [],
  keywords: [],
  instructions: '',
  usageTerms: '',
  digitalSourceType: '',
}

const photos: Readonly<Record<'xmp' | 'plain', Photo>> = {
  plain: photoSchema.parse({
    id: 'b'.repeat(64),
    name: 'plain.jpg',
    type: 'image/jpeg',
    bytes: 9,
    width: 96,
    height: 64,
    added: '2026-05-03T05:00:00.000Z',
    description: empty,
  }),
  xmp: photoSchema.parse({
    id: 'a'.repeat(64),
    name: 'xmp.jpg',
    type: 'image/jpeg',
    bytes: 9,
    width: 96,
    height: 64,
    added: '2026-05-03T05:00:00.000Z',
    description: {
      ...empty,
      extendedDescription: 'The bridge hangs between two cliffs.',
      creator: 'Nune Aramian, Pavel Orlov',
      created: '2026-05-03T09:15:00+04:00',
      instructions: 'MANDATORY CREDIT',
      location: { city: 'Aru', state: 'Syunik', country: 'Armenia' },
      people: ['Karine Petrosian'],
      keywords: ['bridge'],
      digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
    },
  }),
}

/** A photo's record that is in no store. */
export function photoOf(name: keyof typeof photos): Photo {
  return photos[name]
}

const first = '2026-05-03T06:10:00.000Z'
const second = '2026-05-03T08:45:30.000Z'

/** A story as the formats see it, its photos one picture wide, without any file being written. */
export function inPrint(story: Story, kind: 'publish' | 'correction' | 'kill' = 'publish'): StoryInPrint {
  const { record, document } = story
  const note = kind === 'publish' ? '' : 'The note says "why" & <when>.'
  const earlier: Publication[] =
    kind === 'publish' ? [] : [{ version: 1, at: first, kind: 'first', note: '', sha256: 'c'.repeat(64) }]
  const planned = nextPublication(earlier, 'd'.repeat(64), { kind, note }, kind === 'publish' ? first : second)
  const known = new Map(Object.values(photos).map((photo) => [photo.id, photo]))
  const data = new Uint8Array([1, 2, 3])
  const placed = figures(document).map(({ attributes: { media } }) =>
    media === null
      ? []
      : [
          {
            path: 'media/լ-main.jpg',
            rendition: { name: 'main' as const, width: 96, height: 64, bytes: 3, type: 'image/jpeg' as const, data },
          },
        ],
  )
  return compose({
    story,
    plan: {
      id: record.id,
      slug: record.slug,
      headline: headlineOf(document),
      language: record.language,
      fingerprint: 'd'.repeat(64),
      links: [],
      earlier,
      planned,
      findings: [],
      copies: [],
    },
    folders: new Map([[record.id, `stories/${record.slug}`]]),
    photos: known,
    placed: kind === 'kill' ? [] : placed,
    house: houseOf(defaultSettings, 'Newsroom'),
  })
}
