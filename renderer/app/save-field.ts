/** Leaves the field that is being edited: it saves when it is left. */
export function saveField(): void {
  const field = document.activeElement
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.blur()
}
