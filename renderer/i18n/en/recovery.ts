/** What came back after a crash, damaged files, and what cannot be saved for now. */
export const recovery = {
  'recovery.outOfStep': 'This window has lost touch with the story. Open the story again.',

  'recovered.title': 'Galley closed while {slug} was open. Everything up to {time} was recovered.',
  'recovered.pastDamage': '{slug} was opened past damaged files. It stands as of {time}.',
  'recovered.changes':
    '{count, plural, one {# change} other {# changes}} came back: {added, plural, one {# word} other {# words}} added, {removed} removed since the last saved text.',
  'recovered.noWords': '{count, plural, one {# change} other {# changes}} came back.',
  'recovered.keep': 'Keep it',
  'recovered.compare': 'Compare',
  'recovered.showSheet': 'Back to the sheet',
  'recovered.goBack': 'Go back to the last saved text',
  'recovered.comparing': 'Last saved text and what was recovered',
  'recovered.sameWords': 'The words are the same.',
  'recovered.wentBack': 'The last saved text is back. What was recovered is kept as version {number}.',
  'recovered.wentBackSame': 'The last saved text is back.',
  'recovered.notGoneBack': 'The story was left as it was recovered: {message}',

  'damage.title': '{count, plural, one {A file was damaged.} other {# files were damaged.}}',
  'damage.lies': 'It lies in {place} of the library.',
  'damage.of': '{slug}:',
  'damage.close': 'Close',

  'backup.title': 'There is no backup of today.',
  'backup.close': 'Close',

  'damaged.title': 'This story cannot be read',
  'damaged.safe': 'Its saved versions are safe. Choose one to make the story again from.',
  'damaged.noVersions':
    'There is no saved version of it to make it again from. A backup of the library may hold it; the damaged files stay where they are.',
  'damaged.looking': 'Looking for saved versions',
  'damaged.versions': 'Saved versions',
  'damaged.version': 'Version {number}, {reason}',
  'damaged.words': '{count, plural, one {# word} other {# words}}',
  'damaged.by': 'by {name}',
  'damaged.preview': 'Text of version {number}',
  'damaged.noPreview': 'This version cannot be read. Choose another.',
  'damaged.rebuild': 'Make the story again from this version',
  'damaged.rebuilt': 'The story was made again from version {number}. The damaged files are in the quarantine.',
  'damaged.newerHint': 'Open another story in the list.',
  'damaged.inList': '{count, plural, one {# story cannot be read} other {# stories cannot be read}}',

  'damaged.inMenu': '{number}. {message}',

  'saving.label': 'Not saved',
  'saving.full': 'The disk is full.',
  'saving.inMemory':
    '{count, plural, one {Your last change is in memory only.} other {Your last # changes are in memory only.}}',
  'saving.fullAct': 'Free some space, or copy the story.',
  'saving.held': '{slug} was not opened: leaving now would lose what is not saved here.',
  'saving.anotherStory': 'The other story',
  'saving.tried': 'Last tried {time}',
  'saving.copy': 'Copy story',
  'saving.tryAgain': 'Try again',
  'saving.openAgain': 'Open again',
  'saving.inTrash': 'This story is in the trash. Take it back to save what was typed here.',
  'saving.copied': 'The story is on the clipboard.',
  'saving.notCopied': 'The story could not be put on the clipboard. Select it in the sheet and copy it by hand.',
  'saving.behind': 'Saved in the journal only',
  'saving.keptBefore': 'Before opening again',
  'saving.wordsBack': 'The story is open again, with everything you typed.',
  'saving.onClipboard': 'The story is open again. What you typed is on the clipboard.',
  'saving.openedAgain': 'The story is open again.',

  'other.reloaded': '{slug} was changed by another program and was loaded again.',
  'other.kept':
    '{slug} was changed by another program while it was changed here. Both are kept: version {ours} is what was written here, version {theirs} what the other program wrote. The sheet shows yours.',
  'other.compare': 'Compare',
  'other.close': 'Close',

  'command.copyStory': 'Copy the whole story',
  'command.tryAgain': 'Try to save again',
} as const
