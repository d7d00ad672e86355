import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { load } from 'exifreader'
import type { ExpandedTags } from 'exifreader'
import type { PhotoDescription } from '../model/photo.ts'
import { exifDate, iimDate } from './photo-date.ts'
import { textOf, textsOf, structsOf } from './tag-text.ts'
import type { Tags } from './tag-text.ts'

/**
 * What the agency wrote into the file. A field is taken from XMP, else from IIM, else from Exif: the order the IPTC asks
 * readers to follow. Never throws: a file without metadata, or with broken metadata, gives empty fields.
 */
export function readDescription(bytes: Uint8Array): PhotoDescription {
  const { xmp, iim, exif } = readTags(bytes)
  const first = (...candidates: readonly string[]): string => candidates.find((text) => text !== '') ?? ''
  const firstList = (...lists: readonly string[][]): string[] => lists.find((list) => list.length > 0) ?? []
  return {
    caption: first(textOf(xmp['description']), textOf(iim['Caption/Abstract']), textOf(exif['ImageDescription'])),
    alt: textOf(xmp['AltTextAccessibility']),
    extendedDescription: textOf(xmp['ExtDescrAccessibility']),
    headline: first(textOf(xmp['Headline']), textOf(iim['Headline'])),
    creator: firstList(textsOf(xmp['creator']), textsOf(iim['By-line']), textsOf(exif['Artist'])).join(', '),
    credit: first(textOf(xmp['Credit']), textOf(iim['Credit'])),
    copyright: first(textOf(xmp['rights']), textOf(iim['Copyright Notice']), textOf(exif['Copyright'])),
    source: first(textOf(xmp['Source']), textOf(iim['Source'])),
    created: first(
      textOf(xmp['DateCreated']),
      iimDate(textOf(iim['Date Created']), textOf(iim['Time Created'])),
      exifDate(textOf(exif['DateTimeOriginal']), textOf(exif['OffsetTimeOriginal'])),
    ).slice(0, 40),
    location: readLocation(xmp, iim),
    people: textsOf(xmp['PersonInImage']),
    keywords: firstList(textsOf(xmp['subject']), textsOf(iim['Keywords'])),
    instructions: first(textOf(xmp['Instructions']), textOf(iim['Special Instructions'])),
    usageTerms: textOf(xmp['UsageTerms']),
    digitalSourceType: textOf(xmp['DigitalSourceType']),
  }
}

/** The place shown, as a whole, where the file names one; else the older city, state and country fields; else where the camera was. */
function readLocation(xmp: Tags, iim: Tags): PhotoDescription['location'] {
  const place = (struct: Tags | undefined): PhotoDescription['location'] => ({
    city: textOf(struct?.['City']),
    state: textOf(struct?.['ProvinceState']),
    country: textOf(struct?.['CountryName']),
  })
  const older = {
    city: textOf(xmp['City']) || textOf(iim['City']),
    state: textOf(xmp['State']) || textOf(iim['Province/State']),
    country: textOf(xmp['Country']) || textOf(iim['Country/Primary Location Name']),
  }
  const known = [place(structsOf(xmp['LocationShown'])[0]), older, place(structsOf(xmp['LocationCreated'])[0])]
  return known.find((location) => Object.values(location).some((part) => part !== '')) ?? older
}

function readTags(bytes: Uint8Array): { xmp: Tags; iim: Tags; exif: Tags } {
  let tags: ExpandedTags
  try {
    const domParser = new DOMParser({ onError: onErrorStopParsing })
    tags = load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { expanded: true, domParser })
  } catch {
    return { xmp: {}, iim: {}, exif: {} }
  }
  return { xmp: { ...tags.xmp }, iim: { ...tags.iptc }, exif: { ...tags.exif } }
}
