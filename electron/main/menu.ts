import type { MenuItemConstructorOptions } from 'electron'
import type { MenuWord } from './menu-words.ts'

/** A line of a menu: an act of the window, an act of the system, or a line between groups. */
type Line =
  | { readonly command: MenuWord; readonly key?: string; readonly otherKey?: string }
  | { readonly role: NonNullable<MenuItemConstructorOptions['role']> }
  | 'line'

/**
 * The menu, as the design's keyboard table has it. `key` is the key everywhere, `otherKey` that of Windows and
 * Linux where they differ. A key reaches the page first: the menu acts on it only when the page let it pass, so
 * no command is carried out twice.
 */
const menus: readonly { readonly name: MenuWord; readonly lines: readonly Line[] }[] = [
  {
    name: 'story',
    lines: [
      { command: 'new-story', key: 'CommandOrControl+N' },
      { command: 'duplicate', key: 'CommandOrControl+Shift+N' },
      { command: 'import', key: 'CommandOrControl+Shift+O' },
      { command: 'import-folder', key: 'CommandOrControl+Alt+O' },
      { command: 'go-to-story', key: 'CommandOrControl+P' },
      'line',
      { command: 'run-checks', key: 'CommandOrControl+Shift+K' },
      { command: 'next-finding', key: 'F8' },
      { command: 'previous-finding', key: 'Shift+F8' },
      'line',
      { command: 'publish', key: 'CommandOrControl+Shift+Enter' },
    ],
  },
  {
    name: 'edit',
    lines: [
      { command: 'undo', key: 'CommandOrControl+Z' },
      { command: 'redo', key: 'Command+Shift+Z', otherKey: 'Control+Y' },
      'line',
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'selectAll' },
      'line',
      { command: 'find', key: 'CommandOrControl+F' },
      { command: 'replace', key: 'Command+Alt+F', otherKey: 'Control+H' },
      { command: 'search-stories', key: 'CommandOrControl+Shift+F' },
    ],
  },
  {
    name: 'text',
    lines: [
      { command: 'bold', key: 'CommandOrControl+B' },
      { command: 'italic', key: 'CommandOrControl+I' },
      { command: 'link', key: 'CommandOrControl+Shift+L' },
      'line',
      { command: 'body-text', key: 'Command+Alt+0', otherKey: 'Control+Shift+0' },
      { command: 'crosshead', key: 'Command+Alt+2', otherKey: 'Control+Shift+2' },
      { command: 'list', key: 'CommandOrControl+Shift+8' },
      { command: 'block-quote', key: 'CommandOrControl+Shift+9' },
      'line',
      { command: 'insert-image', key: 'CommandOrControl+Shift+M' },
    ],
  },
  {
    name: 'tag',
    lines: [
      { command: 'tag-quote', key: "CommandOrControl+'" },
      { command: 'tag-name', key: 'CommandOrControl+E' },
      { command: 'next-suggested-quote', key: "CommandOrControl+Shift+'" },
      { command: 'verify-quote', key: 'CommandOrControl+Shift+Y' },
    ],
  },
  {
    name: 'view',
    lines: [
      { command: 'palette', key: 'CommandOrControl+K' },
      { command: 'shortcuts', key: 'CommandOrControl+/' },
      'line',
      { command: 'toggle-list', key: 'CommandOrControl+\\' },
      { command: 'toggle-inspector', key: 'CommandOrControl+Shift+\\' },
      { command: 'focus-mode', key: 'CommandOrControl+.' },
      'line',
      { command: 'inspector-story', key: 'CommandOrControl+1' },
      { command: 'inspector-captions', key: 'CommandOrControl+2' },
      { command: 'inspector-quotes', key: 'CommandOrControl+3' },
      { command: 'inspector-tags', key: 'CommandOrControl+4' },
      { command: 'inspector-checks', key: 'CommandOrControl+5' },
      { command: 'inspector-history', key: 'CommandOrControl+6' },
      'line',
      { role: 'togglefullscreen' },
    ],
  },
]

/** What the menu stands on. */
export interface MenuHost {
  readonly mac: boolean
  /** A development run gets Chromium's inspector. */
  readonly development: boolean
  readonly words: Readonly<Record<MenuWord, string>>
  readonly send: (command: string) => void
}

/** The template of the application's menu. */
export function menuTemplate(host: MenuHost): MenuItemConstructorOptions[] {
  const { mac, words } = host
  const settings = item({ command: 'settings', key: 'CommandOrControl+,' }, host)
  const own: MenuItemConstructorOptions[] = mac
    ? [
        { role: 'about' },
        { type: 'separator' },
        settings,
        { type: 'separator' },
        { role: 'services' },
        { type: 'separator' },
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        { type: 'separator' },
        { role: 'quit' },
      ]
    : [settings, { type: 'separator' }, { role: 'quit', accelerator: 'Control+Q' }]
  return [
    { label: words.galley, submenu: own },
    ...menus.map(({ name, lines }) => ({ label: words[name], submenu: lines.map((line) => item(line, host)) })),
    ...(mac ? [{ role: 'windowMenu' as const }] : []),
    ...(host.development ? [{ label: words.develop, submenu: [{ role: 'toggleDevTools' as const }] }] : []),
  ]
}

function item(line: Line, { mac, words, send }: MenuHost): MenuItemConstructorOptions {
  if (line === 'line') return { type: 'separator' }
  if ('role' in line) return { role: line.role }
  const accelerator = mac ? line.key : (line.otherKey ?? line.key)
  return {
    id: line.command,
    label: words[line.command],
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(line.command),
  }
}
