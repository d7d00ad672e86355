import {
  chainCommands,
  createParagraphNear,
  joinBackward,
  joinForward,
  liftEmptyBlock,
  selectAll,
  selectNodeBackward,
  selectNodeForward,
  splitBlock,
  toggleMark,
} from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { splitListItem } from 'prosemirror-schema-list'
import type { Command, Plugin } from 'prosemirror-state'
import { schema } from '../../../storage/model/schema/index.ts'
import { deleteSelected } from '../commands/delete-selected.ts'
import { deleteFields, leaveCaption, leaveField, stayInField, stepBackIntoStandfirst } from '../commands/fields.ts'
import { choosePhotos } from '../commands/photos.ts'
import {
  openLinkPopover,
  openMentionPopover,
  openNextSuggestion,
  openPhotoPopover,
  openQuotePopover,
} from '../commands/popovers.ts'
import { setStyle } from '../commands/styles.ts'
import { verifyAtCaret } from '../commands/verification.ts'
import { closeFind, findNext, findPrevious, openFind, openReplace } from '../find/find-commands.ts'
import { takeBackRule } from '../plugins/typed/typed-input.ts'

const enter = chainCommands(
  leaveField,
  leaveCaption,
  splitListItem(schema.nodes.list_item),
  createParagraphNear,
  liftEmptyBlock,
  splitBlock,
)

const backspace = chainCommands(
  takeBackRule,
  deleteFields,
  deleteSelected,
  stepBackIntoStandfirst,
  stayInField,
  joinBackward,
  selectNodeBackward,
)

const forwardDelete = chainCommands(deleteFields, deleteSelected, joinForward, selectNodeForward)

/** What every platform shares. */
const common: Readonly<Record<string, Command>> = {
  Enter: enter,
  'Shift-Enter': enter,
  Backspace: backspace,
  'Mod-Backspace': backspace,
  'Shift-Backspace': backspace,
  Delete: forwardDelete,
  'Mod-Delete': forwardDelete,
  'Mod-a': selectAll,
  'Mod-b': toggleMark(schema.marks.strong),
  'Mod-i': toggleMark(schema.marks.em),
  'Mod-z': undo,
  'Mod-Shift-z': redo,
  'Mod-Shift-l': openLinkPopover,
  "Mod-'": openQuotePopover,
  F4: openQuotePopover,
  "Mod-Shift-'": openNextSuggestion,
  'Shift-F4': openNextSuggestion,
  'Mod-Shift-y': verifyAtCaret,
  'Mod-e': openMentionPopover,
  'Mod-Shift-m': choosePhotos,
  'Alt-Enter': openPhotoPopover,
  'Mod-f': openFind,
  F3: findNext,
  'Shift-F3': findPrevious,
  Escape: closeFind,
  'Mod-Shift-8': setStyle('list'),
  'Mod-Shift-9': setStyle('quote'),
}

const mac: Readonly<Record<string, Command>> = {
  'Mod-Alt-f': openReplace,
  'Mod-Alt-0': setStyle('body'),
  'Mod-Alt-2': setStyle('crosshead'),
  'Mod-Alt-3': setStyle('subhead'),
  'Ctrl-h': backspace,
  'Alt-Backspace': backspace,
  'Ctrl-d': forwardDelete,
}

const others: Readonly<Record<string, Command>> = {
  'Mod-Shift-0': setStyle('body'),
  'Mod-Shift-2': setStyle('crosshead'),
  'Mod-Shift-3': setStyle('subhead'),
  'Mod-h': openReplace,
  'Mod-y': redo,
}

/** The keys of the sheet. */
export function editorKeymap(isMac: boolean): Plugin {
  return keymap({ ...common, ...(isMac ? mac : others) })
}
