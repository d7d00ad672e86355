/** Finding and replacing in a story. */
export const find = {
  'find.bar': 'Find in the story',
  'find.words': 'Find',
  'find.replacement': 'Replace with',
  'find.count':
    '{count, plural, =0 {Not found} other {{at, plural, =0 {#} other {# of {count}}}}}{quoted, plural, =0 {} other {, # in quotes}}',
  'find.faulty': 'Not a regular expression',
  'find.case': 'Match case',
  'find.word': 'Whole words',
  'find.regexp': 'Regular expression',
  'find.within': 'In the selection only',
  'find.next': 'Next',
  'find.previous': 'Previous',
  'find.close': 'Close',
  'find.replace': 'Replace',
  'find.replaceAll': 'Replace all',
  'find.withQuoted': 'In quotes too',
  'find.replaced':
    '{count, plural, =0 {Nothing was replaced} one {# place replaced} other {# places replaced}}{left, plural, =0 {.} other {; # in quotes left as they are.}}',
} as const
