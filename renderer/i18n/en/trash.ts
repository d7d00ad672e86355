/** The trash. */
export const trash = {
  'trash.title': 'Trash',
  'trash.close': 'Back to the stories',
  'trash.about':
    '{count, plural, one {# story} other {# stories}}. What is here is removed for good after {days, plural, one {# day} other {# days}}.',
  'trash.none': 'The trash is empty',
  'trash.noneAbout': 'Stories you move here can be taken back until their time is over.',
  'trash.failed': 'The trash could not be listed.',
  'trash.unreadable': 'A story that cannot be read',
  'trash.putBy': '{by}, {time}',
  'trash.putAt': 'Trashed {time}',
  'trash.daysLeft': '{count, plural, =0 {Removed at the next start} one {# day left} other {# days left}}',
  'trash.takeBack': 'Take back',
  'trash.empty': 'Empty trash',
  'trash.ask': 'Empty the trash?',
  'trash.askAbout':
    '{count, plural, one {# story is} other {# stories are}} removed for good, with every version. That cannot be undone.',
  'trash.keep': 'Keep them',
  'trash.isPut': '{slug} is in the trash.',
  'trash.notPut': '{slug} was not moved to the trash: {message}',
  'trash.notTakenBack': '{slug} was not taken back: {message}',
  'trash.isEmptied': '{count, plural, one {# story} other {# stories}} removed for good.',
  'trash.notEmptied': 'The trash was not emptied: {message}',
} as const
