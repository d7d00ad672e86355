import { describe, expect, it } from 'vitest'
import { readDescription } from '../../../storage/media/description.ts'
import { photoDescriptionSchema } from '../../../storage/model/photo.ts'
import { fixture } from './store.ts'

async function read(name: string): Promise<ReturnType<typeof readDescription>> {
  return readDescription(await fixture(name))
}

describe('readDescription', () => {
  it('reads every field of XMP', async () => {
    expect(await read('xmp.jpg')).toEqual({
      caption: 'Villagers cross the mended footbridge at Aru Pass on 3 May 2026.',
      alt: 'Five people with baskets walk over a narrow rope bridge.',
      extendedDescription: 'The bridge hangs between two cliffs; its eastern half is of fresh planks.',
      headline: 'Aru Pass footbridge',
      creator: 'Nune Aramian, Pavel Orlov',
      credit: 'Nune Aramian/Halyard',
      copyright: '© 2026 Halyard',
      source: 'Halyard',
      created: '2026-05-03T09:15:00+04:00',
      location: { city: 'Aru', state: 'Syunik', country: 'Armenia' },
      people: ['Karine Petrosian', 'Lev Danin'],
      keywords: ['bridge', 'mountains'],
      instructions: 'MANDATORY CREDIT',
      usageTerms: 'Editorial use only.',
      digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
    })
  })

  it('reads IIM in UTF-8', async () => {
    expect(await read('iim-utf8.jpg')).toMatchObject({
      caption: 'Կարինեն ասում է. «Կամուրջը պահեց»։',
      headline: 'Կամուրջ',
      creator: 'Նունե Արամյան, Pavel Orlov',
      credit: 'Halyard',
      copyright: '© Halyard',
      source: 'Wire',
      created: '2026-05-03T09:15:00+04:00',
      keywords: ['կամուրջ', 'bridge'],
      location: { city: 'Արու', state: '', country: 'Armenia' },
      instructions: 'Do not crop',
    })
  })

  it('reads IIM in Latin-1', async () => {
    expect(await read('iim-latin1.jpg')).toMatchObject({
      caption: 'Café «Zürich» – naïve façade',
      creator: 'Zoë Müller',
    })
  })

  it('reads Exif and guesses no time zone', async () => {
    expect(await read('exif.jpg')).toMatchObject({
      caption: 'A bridge seen from the east bank',
      creator: 'Lev Danin',
      copyright: '(c) Lev Danin',
      created: '2026-05-03T09:15:00',
    })
  })

  it('prefers XMP to IIM to Exif, field by field', async () => {
    expect(await read('conflict.jpg')).toMatchObject({
      caption: 'from XMP',
      creator: 'XMP Author',
      copyright: 'IIM rights',
      source: 'IIM Source',
      location: { city: 'XMP City' },
    })
  })

  it('takes the default of several languages, and the place shown as a whole', async () => {
    expect(await read('armenian.jpg')).toMatchObject({
      caption: 'Default words',
      alt: 'Նեղ կամուրջ՝ ձորի վրայով',
      credit: 'Նունե Արամյան/Halyard',
    })
    expect((await read('places.jpg')).location).toEqual({
      city: 'Shown City',
      state: 'Shown State',
      country: 'Shown Country',
    })
  })

  it('keeps every mark, bracket, script and emoji', async () => {
    expect(await read('marks.jpg')).toMatchObject({
      caption: 'She said "no" & left <b>early</b> — «ёлочки», „лапки“ ՝ ։ \u200fفارسی 🎉 é',
      alt: 'A sign reads "Road closed" <for now> & more',
      credit: "O'Neil & Sons",
      copyright: '© “Halyard”',
    })
  })

  it('reads PNG, WebP and TIFF too', async () => {
    expect((await read('clear.png')).caption).toBe('A clear pane')
    expect((await read('scene.webp')).caption).toBe('From WebP')
    expect((await read('scene.tif')).caption).toBe('From TIFF')
  })

  it('finds nothing in a file without metadata, or that is no photo', async () => {
    for (const name of ['plain.jpg', 'lying.gif', 'cut.jpg']) {
      expect(photoDescriptionSchema.parse(await read(name)).keywords).toBeInstanceOf(Array)
    }
    expect((await read('plain.jpg')).caption).toBe('')
  })
})
