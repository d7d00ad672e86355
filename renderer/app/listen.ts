import type { Desk } from './desk.ts'
import { interceptsKey } from './keys/intercepts.ts'

/** Connects the window to its keys, what is dropped or pasted on it, the system's menu and main's wish to close. Returns what takes it all back. */
export function listen(desk: Desk): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return
    const command = desk.commands.forKey(event)
    if (command === null || !interceptsKey(command, event, desk.window.overlay.get() !== 'none')) return
    event.preventDefault()
    event.stopPropagation()
    command.run()
  }
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (desk.window.stepOut() || desk.compare.close()) event.preventDefault()
  }
  const refuseDrag = (event: DragEvent): void => {
    event.preventDefault()
  }
  // The list and the sheet take what is meant for them. Where no story is open, the whole window takes stories in.
  const takesStories = (event: Event): boolean =>
    !event.defaultPrevented && desk.window.overlay.get() === 'none' && desk.sessions.current.get().state === 'none'
  const onDrop = (event: DragEvent): void => {
    const taken = takesStories(event)
    event.preventDefault()
    if (taken) void desk.imports.files([...(event.dataTransfer?.files ?? [])])
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.clipboardData === null || !takesStories(event)) return
    event.preventDefault()
    void desk.imports.clipboard(event.clipboardData)
  }
  const leaveMenu = desk.bridge.on('menu', ({ command }) => {
    if (desk.window.overlay.get() === 'none') desk.commands.run(command)
  })
  const leaveClosing = desk.bridge.on('closing', () => void sendAllAndClose(desk))
  window.addEventListener('keydown', onKey, { capture: true })
  window.addEventListener('keydown', onEscape)
  window.addEventListener('dragover', refuseDrag)
  window.addEventListener('drop', onDrop)
  window.addEventListener('paste', onPaste)
  return () => {
    leaveMenu()
    leaveClosing()
    window.removeEventListener('keydown', onKey, { capture: true })
    window.removeEventListener('keydown', onEscape)
    window.removeEventListener('dragover', refuseDrag)
    window.removeEventListener('drop', onDrop)
    window.removeEventListener('paste', onPaste)
  }
}

/** A field that is being edited saves when it is left, so it is left first. When sending fails, main asks the editor. */
async function sendAllAndClose(desk: Desk): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  try {
    await desk.sessions.flush()
  } catch {
    return
  }
  await desk.bridge.desk.readyToClose(null)
}
