import { mentions } from '../../model/mentions.ts'
import { withdrawalNotice } from '../notes.ts'
import { bodyWords, plainBody } from '../plain-body.ts'
import type { PrintedFigure, PrintedLanguage, PrintedQuotation, StoryInPrint } from '../print.ts'
import { readableJson } from '../stable-json.ts'
import { entityUri, photoUri } from '../uris.ts'
import type { Format } from './format.ts'
import { filled } from './ninjs-values.ts'

const types = { person: 'Person', place: 'Place', organisation: 'Organization' } as const

/** schema.org NewsArticle. The story has no public address yet, so there is no `url`, and images name no `contentUrl`. */
export const jsonld: Format = {
  role: 'jsonld',
  file: 'story.jsonld',
  mediaType: 'application/ld+json',
  write: (print) => readableJson(newsArticle(print)),
}

function newsArticle(print: StoryInPrint): Record<string, unknown> {
  const { story, publication, house, withdrawn } = print
  const { record } = story
  const named = [...new Map(mentions(story.document).map((mention) => [mention.entity, mention])).values()]
  const publisher = house.publisher || house.newsroom
  return filled({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': print.uri,
    identifier: print.uri,
    version: publication.version,
    creativeWorkStatus: withdrawn ? 'Withdrawn' : 'Published',
    headline: print.headline,
    description: withdrawn ? '' : print.standfirst,
    inLanguage: record.language,
    dateline: record.dateline?.place,
    locationCreated: record.dateline === null ? null : { '@type': 'Place', name: record.dateline.place },
    datePublished: print.firstPublished,
    dateModified: publication.at,
    author: record.byline.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: publisher },
    copyrightNotice: house.copyrightNotice,
    usageInfo: house.usageTerms === '' ? null : { '@type': 'CreativeWork', text: house.usageTerms },
    articleSection: record.desk,
    keywords: record.keywords,
    correction: correction(print),
    about: record.subjects.map(({ code, name }) => ({
      '@type': 'DefinedTerm',
      termCode: code,
      name,
      ...(code.startsWith('medtop:') ? { inDefinedTermSet: 'http://cv.iptc.org/newscodes/mediatopic/' } : {}),
    })),
    mentions: withdrawn
      ? []
      : named.map(({ kind, name, entity }) => ({ '@type': types[kind], '@id': entityUri(entity), name })),
    wordCount: withdrawn ? null : bodyWords(print),
    articleBody: withdrawn ? withdrawalNotice(print).join('\n\n') : plainBody(print),
    image: withdrawn ? [] : print.figures.flatMap(imageObject),
    translationOfWork: languages(print, 'source')[0],
    workTranslation: languages(print, 'translation'),
    hasPart: withdrawn ? [] : print.quotations.map((quotation) => quotationPart(quotation, print)),
  })
}

function languages(print: StoryInPrint, is: PrintedLanguage['is']): Record<string, unknown>[] {
  return print.languages
    .filter((other) => other.is === is)
    .map(({ uri, language }) => ({ '@type': 'NewsArticle', '@id': uri, inLanguage: language }))
}

function correction(print: StoryInPrint): Record<string, unknown> | null {
  const { kind, at } = print.publication
  if (kind !== 'correction' && kind !== 'kill') return null
  const text = kind === 'kill' ? withdrawalNotice(print).join(' ') : print.publication.note
  return { '@type': 'CorrectionComment', text, datePublished: at }
}

function imageObject({ photo, caption, credit, renditions }: PrintedFigure): Record<string, unknown>[] {
  const main = renditions[0]
  if (photo === null || main === undefined) return []
  const { creator, copyright, location } = photo.description
  const place = [location.city, location.state, location.country].filter((part) => part !== '').join(', ')
  return [
    filled({
      '@type': 'ImageObject',
      '@id': photoUri(photo.id),
      encodingFormat: main.type,
      width: String(main.width),
      height: String(main.height),
      caption,
      creditText: credit,
      creator: creator === '' ? null : { '@type': 'Person', name: creator },
      copyrightNotice: copyright,
      contentLocation: place === '' ? null : { '@type': 'Place', name: place },
    }),
  ]
}

function quotationPart({ words, quote }: PrintedQuotation, print: StoryInPrint): Record<string, unknown> {
  const { speaker, original, source } = quote
  return filled({
    '@type': 'Quotation',
    '@id': `urn:uuid:${quote.id}`,
    text: words,
    inLanguage: print.story.record.language,
    creator:
      speaker === null
        ? null
        : filled({
            '@type': 'Person',
            '@id': speaker.entity === null ? null : entityUri(speaker.entity),
            name: speaker.name,
            jobTitle: speaker.role,
          }),
    translationOfWork:
      original === null ? null : { '@type': 'Quotation', text: original.words, inLanguage: original.language },
    translator:
      original === null || original.translator === '' ? null : { '@type': 'Person', name: original.translator },
    isBasedOn: source?.url,
    isPartOf: { '@id': print.uri },
  })
}
