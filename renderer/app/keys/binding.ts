/** A key with its modifiers. `mod` is Command on macOS and Ctrl elsewhere. */
export interface Binding {
  readonly mod: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
  /** As `KeyboardEvent.key`, letters in lower case. */
  readonly key: string
  /** As `KeyboardEvent.code` on a keyboard with the Latin layout, or null where only `key` counts. */
  readonly code: string | null
}

export type Platform = 'darwin' | 'win32' | 'linux'

const punctuation: Readonly<Record<string, string>> = {
  "'": 'Quote',
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '\\': 'Backslash',
  '[': 'BracketLeft',
  ']': 'BracketRight',
}

/** Reads a binding such as `Mod+Shift+P`, `Alt+ArrowLeft` or `F6`. */
export function readBinding(text: string): Binding {
  const parts = text.split('+')
  const key = parts.at(-1) ?? ''
  const has = (modifier: string): boolean => parts.slice(0, -1).includes(modifier)
  return {
    mod: has('Mod'),
    ctrl: has('Ctrl'),
    alt: has('Alt'),
    shift: has('Shift'),
    key: key.length === 1 ? key.toLowerCase() : key,
    code: codeOf(key),
  }
}

function codeOf(key: string): string | null {
  if (/^[A-Z]$/i.test(key)) return `Key${key.toUpperCase()}`
  if (/^\d$/.test(key)) return `Digit${key}`
  return punctuation[key] ?? null
}

type KeyEvent = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * True when the event is this binding on this platform. A Latin letter or digit is taken as the layout gives it;
 * anything else (Armenian or Russian letters, signs moved by Shift) by its place on the keyboard.
 */
export function matches(binding: Binding, event: KeyEvent, platform: Platform): boolean {
  const isMac = platform === 'darwin'
  const ctrl = binding.ctrl || (binding.mod && !isMac)
  const meta = binding.mod && isMac
  if (event.ctrlKey !== ctrl || event.metaKey !== meta || event.altKey !== binding.alt) return false
  if (event.shiftKey !== binding.shift) return false
  if (binding.code === null) return event.key === binding.key
  if (/^[a-z0-9]$/i.test(event.key)) return event.key.toLowerCase() === binding.key
  return event.key === binding.key || event.code === binding.code
}

const macSigns: Readonly<Record<string, string>> = {
  Enter: '↵',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'esc',
}

/** The binding as it is shown on this platform: `⌘⇧P`, `Ctrl+Shift+P`. */
export function showBinding(text: string, platform: Platform): string {
  const binding = readBinding(text)
  const name = binding.key.length === 1 ? binding.key.toUpperCase() : binding.key
  if (platform === 'darwin') {
    const modifiers = `${binding.ctrl ? '⌃' : ''}${binding.alt ? '⌥' : ''}${binding.mod ? '⌘' : ''}${binding.shift ? '⇧' : ''}`
    return modifiers + (macSigns[name] ?? name)
  }
  return [
    ...(binding.mod || binding.ctrl ? ['Ctrl'] : []),
    ...(binding.alt ? ['Alt'] : []),
    ...(binding.shift ? ['Shift'] : []),
    macSigns[name]?.replace('↵', 'Enter').replace('esc', 'Esc') ?? name,
  ].join('+')
}
