import { figures } from '../model/figures.ts'
import type { StoryRecord } from '../model/record.ts'
import type { Story } from '../model/story.ts'

/** A field that differs, both values in words; empty where there is none. */
export interface RecordDifference {
  /** A field of the record, or `photo.2.credit` for that of the second figure. */
  readonly field: string
  readonly from: string
  readonly to: string
}

type Words = readonly (readonly [field: string, words: string])[]

/** What differs between two stories beside their text: the record, and what is said of the photos. */
export function recordDifferences(from: Story, to: Story): RecordDifference[] {
  const before = new Map([...recordWords(from.record), ...photoWords(from)])
  const after = new Map([...recordWords(to.record), ...photoWords(to)])
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, from: before.get(field) ?? '', to: after.get(field) ?? '' }))
    .filter((difference) => difference.from !== difference.to)
}

function recordWords(record: StoryRecord): Words {
  return [
    ['language', record.language],
    ['slug', record.slug],
    ['desk', record.desk],
    ['status', record.status],
    ['urgency', String(record.urgency)],
    ['genre', record.genre ?? ''],
    ['versionLine', record.versionLine],
    ['byline', record.byline.join(', ')],
    ['dateline', [record.dateline?.place, record.dateline?.date].filter(Boolean).join(', ')],
    ['editor', record.editor],
    ['secondReader', record.secondReader],
    ['subjects', record.subjects.map(({ name }) => name).join(', ')],
    ['keywords', record.keywords.join(', ')],
    ['editorsNote', record.editorsNote],
    ['embargo', record.embargo ?? ''],
    ['due', record.due ?? ''],
    ['translation', record.translation === null ? '' : `${record.translation.of} ${record.translation.version}`],
    ['sources', record.sources.join(', ')],
    ['publications', record.publications.map(({ version, kind }) => `${version} ${kind}`).join(', ')],
  ]
}

function photoWords({ document }: Story): Words {
  return figures(document).flatMap(({ attributes: { media, alt, credit, decorative, layout } }, index) => {
    const field = (name: string): string => `photo.${index + 1}.${name}`
    return [
      [field('media'), media ?? ''],
      [field('alt'), alt ?? ''],
      [field('credit'), credit ?? ''],
      [field('decorative'), decorative ? 'yes' : 'no'],
      [field('layout'), layout],
    ] as const
  })
}
