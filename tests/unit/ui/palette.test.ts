import { Search } from 'lucide-react'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../../renderer/app/commands/command.ts'
import { CommandRegistry } from '../../../renderer/app/commands/registry.ts'
import { paletteEntries } from '../../../renderer/app/palette/entries.ts'
import { summary } from './summaries.ts'

const ran: string[] = []
const command = (about: Partial<Command> & Pick<Command, 'id' | 'title'>): Command => ({
  icon: Search,
  group: 'go',
  keys: [],
  isEnabled: () => true,
  run: () => ran.push(about.id),
  ...about,
})

const commands = [
  command({ id: 'inspector-quotes', title: 'command.showQuotes', group: 'story', keys: ['Mod+3'] }),
  command({
    id: 'publish',
    title: 'command.publish',
    group: 'story',
    isEnabled: () => false,
    keys: ['Mod+Shift+Enter'],
  }),
  command({ id: 'palette', title: 'command.palette', isHidden: true, keys: ['Mod+K'] }),
  command({ id: 'back', title: 'command.back', keys: ['Alt+ArrowLeft'], macKeys: ['Mod+['] }),
]

describe('the palette', () => {
  test('finds commands by letters of their names, whatever their case, and marks them in what the library found', () => {
    const stories = [
      summary(1, { slug: 'FISHING-QUOTAS', headline: 'Լճի ձկնորսները սպասում են', language: 'hy' }),
      summary(2, { slug: 'LAKE', headline: 'Fishermen wait for quotas' }),
    ]
    const groups = paletteEntries('QUO', commands, stories)
    expect(groups.map((group) => [group.id, group.entries.map((entry) => entry.words)])).toEqual([
      ['story', ['Show quotes']],
      ['stories', ['Լճի ձկնորսները սպասում են', 'Fishermen wait for quotas']],
    ])
    const marked = groups.flatMap((group) =>
      group.entries.map(({ words, found }) => (found === null ? null : words.slice(found.from, found.to))),
    )
    expect(marked).toEqual(['quo', null, 'quo'])
  })

  test('offers nothing that cannot be done now, and no group without entries', () => {
    expect(paletteEntries('publish', commands, [])).toEqual([])
    expect(paletteEntries('all commands', commands, [])).toEqual([])
  })

  test('lists a story without a headline by its slug', () => {
    const [group] = paletteEntries('story-7', [], [summary(7, { headline: '' })])
    expect(group?.entries[0]).toMatchObject({ words: 'No headline yet', note: 'STORY-7', found: null })
  })
})

describe('the registry of commands', () => {
  const event = (key: string, code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>>) =>
    ({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as KeyboardEvent

  test('answers to a key of this platform', () => {
    const linux = new CommandRegistry('linux')
    const mac = new CommandRegistry('darwin')
    linux.add(commands)
    mac.add(commands)
    expect(linux.forKey(event('ArrowLeft', 'ArrowLeft', { altKey: true }))?.id).toBe('back')
    expect(mac.forKey(event('ArrowLeft', 'ArrowLeft', { altKey: true }))).toBeNull()
    expect(mac.forKey(event('[', 'BracketLeft', { metaKey: true }))?.id).toBe('back')
    expect(linux.shortcut('back')).toBe('Alt+←')
    expect(mac.shortcut('back')).toBe('⌘[')
  })

  test('does not run what is not enabled, nor what it does not know', () => {
    const registry = new CommandRegistry('linux')
    registry.add(commands)
    ran.length = 0
    registry.run('publish')
    registry.run('no-such-command')
    registry.run('back')
    expect(ran).toEqual(['back'])
  })
})
