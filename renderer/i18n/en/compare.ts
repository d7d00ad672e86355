/** Comparing two versions of a story. */
export const compare = {
  'compare.notChanged': '{count, plural, one {# paragraph} other {# paragraphs}} not changed',
  'compare.formChanged': '(set differently)',
  'compare.place.headline': 'Headline',
  'compare.place.standfirst': 'Standfirst',
  'compare.place.paragraph': 'Paragraph {number}',
  'compare.place.subhead': 'Subhead {number}',
  'compare.place.caption': 'Caption {number}',
  'compare.place.pullQuote': 'Pull quote {number}',
  'compare.place.card': 'Link card {number}',
  'compare.place.rule': 'Rule {number}',
  'compare.wordless.photo': 'Photo without a caption',
  'compare.wordless.rule': 'A rule',
  'compare.wordless.card': 'A link card',
  'compare.wordless.block': 'An empty block',
} as const
