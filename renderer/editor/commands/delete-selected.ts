import { deleteSelection } from 'prosemirror-commands'
import { closeHistory } from 'prosemirror-history'
import type { Command } from 'prosemirror-state'

/**
 * Deletes what is selected as an undo step of its own. Joined to what was done just before, one undo would take back
 * both: a photo that was put in and taken out at once never came back.
 */
export const deleteSelected: Command = (state, dispatch, view) =>
  deleteSelection(state, dispatch && ((transaction) => dispatch(closeHistory(transaction))), view)
