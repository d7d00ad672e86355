import { entityUri } from '../uris.ts'
import { mentions } from '../../model/mentions.ts'
import type { Mention } from '../../model/mentions.ts'
import { noteToEditors } from '../notes.ts'
import type { PrintedLanguage, StoryInPrint } from '../print.ts'
import { readableJson } from '../stable-json.ts'
import { joinNames } from '../words.ts'
import type { Format } from './format.ts'
import { ninjsBodies } from './ninjs-bodies.ts'
import { photoAssociation } from './ninjs-photo.ts'
import { quotationAssociation } from './ninjs-quotation.ts'
import { filled, plain } from './ninjs-values.ts'

/**
 * IPTC ninjs 3.2. Valid there says little, so `profile.ts` asks for more. Conventions of ours within its free strings:
 * descriptions of role `caption`, `altText` (empty for a decorative photo), `creditline`, `extendedDescription`,
 * `summary` (the standfirst), `attribution`; associations `photo-N` (`illustrates`) and `quote-N` (`quotation`, a
 * component whose person has `rel` `speaker`), `language-TAG` (`translation` or `translationOf`); altIds of role
 * `evolvedFrom`.
 */
export const ninjs: Format = {
  role: 'ninjs',
  file: 'story.ninjs.json',
  mediaType: 'application/json',
  write: (print) => readableJson(ninjsItem(print)),
}

/** The item as JSON values. */
export function ninjsItem(print: StoryInPrint): Record<string, unknown> {
  const { story, publication, evolvedFrom, withdrawn, house } = print
  const { record } = story
  const named = withdrawn ? [] : distinctMentions(mentions(story.document))
  return filled({
    standard: { name: 'ninjs', version: '3.2', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#' },
    uri: print.uri,
    type: 'text',
    profile: 'story',
    representationType: 'full',
    version: String(publication.version),
    firstCreated: print.firstPublished,
    versionCreated: publication.at,
    embargoedUntil: record.embargo,
    pubStatus: withdrawn ? 'canceled' : 'usable',
    urgency: record.urgency,
    language: record.language,
    title: record.slug,
    slugline: record.slug,
    located: record.dateline?.place,
    by: joinNames(record.byline, record.language),
    copyrightHolder: house.publisher,
    copyrightNotice: house.copyrightNotice,
    usageTerms: house.usageTerms,
    edNote: noteToEditors(print),
    altIds: evolvedFrom === null ? [] : [{ role: 'evolvedFrom', value: `${print.uri};version=${evolvedFrom.version}` }],
    genres: record.genre === null || record.genre === '' ? [] : [{ name: record.genre }],
    infoSources: sources(print),
    subjects: [
      ...record.subjects.map(({ code, name }) => filled({ name, rel: 'about', uri: subjectUri(code), literal: code })),
      ...record.keywords.map((name) => ({ name })),
    ],
    people: entities(named, 'person'),
    organisations: entities(named, 'organisation'),
    places: entities(named, 'place'),
    headlines: [{ role: 'main', ...plain(print.headline) }],
    descriptions: withdrawn || print.standfirst === '' ? [] : [{ role: 'summary', ...plain(print.standfirst) }],
    bodies: ninjsBodies(print),
    associations: withdrawn
      ? []
      : [
          ...print.figures.map((figure) => photoAssociation(figure, print.uri)),
          ...print.quotations.map(quotationAssociation),
          ...print.languages.filter(({ is }) => is !== 'sibling').map(languageAssociation),
        ],
  })
}

/** The story in another language: named, not repeated. */
function languageAssociation({ uri, language, is }: PrintedLanguage): Record<string, unknown> {
  return {
    name: `language-${language}`,
    rel: is === 'source' ? 'translationOf' : 'translation',
    uri,
    type: 'text',
    representationType: 'partial',
    language,
  }
}

/** Where the story comes from: what the desk wrote down, else the house, so that no item is without an origin. */
function sources({ story, house }: StoryInPrint): { name: string }[] {
  const named = story.record.sources.length > 0 ? story.record.sources : [house.publisher || house.newsroom]
  return named.map((name) => ({ name }))
}

function subjectUri(code: string): string | null {
  const topic = /^medtop:(\d{8})$/.exec(code)?.[1]
  return topic === undefined ? null : `http://cv.iptc.org/newscodes/mediatopic/${topic}`
}

function distinctMentions(all: readonly Mention[]): Mention[] {
  return [...new Map(all.map((mention) => [mention.entity, mention])).values()]
}

function entities(named: readonly Mention[], kind: Mention['kind']): { name: string; rel: string; uri: string }[] {
  return named
    .filter((mention) => mention.kind === kind)
    .map(({ name, entity }) => ({ name, rel: 'mentions', uri: entityUri(entity) }))
}
