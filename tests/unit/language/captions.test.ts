import { describe, expect, it } from 'vitest'
import { readCaption } from '../../../storage/language/captions.ts'
import type { CaptionReading } from '../../../storage/language/captions.ts'
import { findCaptions } from '../../../storage/language/find-captions.ts'
import type { Span } from '../../../storage/language/span.ts'

function parts(text: string, language = 'en'): Record<string, string | null> {
  const reading: CaptionReading = readCaption(text, language)
  const words = (span: Span | null): string | null => {
    if (span !== null) expect(text.slice(span.from, span.to)).toBe(span.text)
    return span?.text ?? null
  }
  return {
    prefix: words(reading.prefix),
    description: words(reading.description),
    place: words(reading.place),
    date: words(reading.date),
    credit: words(reading.credit),
  }
}

describe('a caption is read part by part', () => {
  it('with an agency in front, a place and a day at the end', () => {
    expect(parts('KVA - Residents cross the bridge in New Sevran, March 14, 2026.')).toEqual({
      prefix: 'KVA',
      description: 'Residents cross the bridge in New Sevran, March 14, 2026.',
      place: 'New Sevran',
      date: 'March 14, 2026',
      credit: null,
    })
  })

  it.each([
    ['KOLMAR -- Snow lies on the quay.', 'KOLMAR', 'Snow lies on the quay.'],
    ['Kolpress — Snow lies on the quay.', 'Kolpress', 'Snow lies on the quay.'],
    ['ԼԳԱ - Ձյուն է նավամատույցում։', 'ԼԳԱ', 'Ձյուն է նավամատույցում։'],
    ['سپا - برف در اسکله.', 'سپا', 'برف در اسکله.'],
    ['Snow lies on the quay - and on the boats.', null, 'Snow lies on the quay - and on the boats.'],
    ['Mother - she was 91 - crossed.', null, 'Mother - she was 91 - crossed.'],
  ])('prefix of %j', (text, prefix, description) => {
    expect(parts(text)).toMatchObject({ prefix, description })
  })

  it.each([
    ['Snow on the quay. (KVA Photo/Mira Tolde)', 'KVA Photo/Mira Tolde', 'Snow on the quay.'],
    ['Snow on the quay. Mira Tolde / KVA', 'Mira Tolde / KVA', 'Snow on the quay.'],
    ['Snow on the quay. © Mira Tolde', '© Mira Tolde', 'Snow on the quay.'],
    ['Snow on the quay. Photo: Mira Tolde', 'Photo: Mira Tolde', 'Snow on the quay.'],
    ['Снег на причале. Фото: Мира Тольде', 'Фото: Мира Тольде', 'Снег на причале.'],
    ['Snow on the quay (left) in May.', null, 'Snow on the quay (left) in May.'],
  ])('credit of %j', (text, credit, description) => {
    expect(parts(text)).toMatchObject({ credit, description })
  })

  it.each([
    ['ru', 'Люди на мосту в Сарвинске, 2 марта 2026 года.', '2 марта 2026'],
    ['hy', 'Մարդիկ կամրջին, 2026 թ. մարտի 2։', '2026 թ. մարտի 2'],
    ['fa', 'مردم روی پل، ۲ مارس ۲۰۲۶.', '۲ مارس ۲۰۲۶'],
  ])('date in %s', (language, text, date) => {
    expect(parts(text, language)).toMatchObject({ date })
  })
})

describe('captions among paragraphs', () => {
  const caption = 'Residents of the town cross the bridge on Saturday.'

  it('stand twice, the first as alt text', () => {
    expect(findCaptions(['Title', caption, caption, 'The bridge opened.'], 'en')).toEqual([{ block: 2, repeats: 1 }])
  })

  it('stand twice with a small difference', () => {
    expect(findCaptions([caption, caption.replace('Saturday', 'Saturday morning'), ''], 'en')).toEqual([
      { block: 1, repeats: 0 },
    ])
  })

  it('bear a credit, or a prefix and a date', () => {
    const blocks = [`${caption} (KVA Photo/Mira Tolde)`, 'The bridge opened.', 'KVA - People cross it, May 2, 2024.']
    expect(findCaptions(blocks, 'en').map(({ block }) => block)).toEqual([0, 2])
  })

  it('are not two short lines of a song', () => {
    expect(findCaptions(['La la la', 'La la la'], 'en')).toEqual([])
  })
})
