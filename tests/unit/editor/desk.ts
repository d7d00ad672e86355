import type { Node } from 'prosemirror-model'
import type { Command, Plugin, Transaction } from 'prosemirror-state'
import { EditorState, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { v7 } from 'uuid'
import type { Bridge } from '../../../electron/ipc/contract/index.ts'
import { PhotoShelf } from '../../../renderer/app/photo-shelf.ts'
import type { EditorContext } from '../../../renderer/editor/context.ts'
import { editorPlugins } from '../../../renderer/editor/plugins/plugins.ts'
import { quoteIndex } from '../../../renderer/editor/queries/quote-index.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { languageTagSchema } from '../../../storage/model/language.ts'
import { quoteTable } from '../../../storage/model/quotations.ts'
import { newRecord, slugSchema } from '../../../storage/model/record.ts'
import { schema } from '../../../storage/model/schema/index.ts'
import { defaultSettings } from '../../../storage/model/settings.ts'

/** A story out of plain words: headline, standfirst, and a paragraph for each further string or the node itself. */
export function story(headline: string, standfirst: string, ...body: readonly (string | Node)[]): Node {
  const document = schema.node('doc', null, [
    schema.node('headline', null, words(headline)),
    schema.node('standfirst', null, words(standfirst)),
    ...body.map((part) => (typeof part === 'string' ? paragraph(part) : part)),
  ])
  document.check()
  return document
}

export function paragraph(text: string): Node {
  return schema.node('paragraph', null, words(text))
}

export function figure(caption: string): Node {
  return schema.node('figure', null, schema.node('caption', null, words(caption)))
}

function words(text: string): Node[] {
  return text === '' ? [] : [schema.text(text)]
}

const nobody = (): never => {
  throw new Error('Nobody is asked in this test.')
}

/** A bridge that answers nothing; a test gives the areas it needs. */
export function fakeBridge(areas: Partial<Bridge> = {}): Bridge {
  const silent = new Proxy({}, { get: () => nobody })
  return new Proxy(areas, { get: (target, name): unknown => Reflect.get(target, name) ?? silent }) as Bridge
}

export function context(language = 'en', bridge = fakeBridge()): EditorContext {
  const record = newRecord({
    id: storyIdSchema.parse(v7()),
    language: languageTagSchema.parse(language),
    slug: slugSchema.parse('TEST'),
    created: '2026-04-14T10:00:00.000Z',
  })
  return {
    bridge,
    photos: new PhotoShelf(bridge),
    isMac: false,
    record: () => record,
    limits: () => defaultSettings.limits,
    editor: () => 'Tobi Okafor',
    notify: () => undefined,
  }
}

/** An editor without a window: every plugin of the real one, and keys and letters by hand. */
export class Editor {
  state: EditorState
  readonly #plugins: readonly Plugin[]

  constructor(document: Node, language = 'en', version = 0, client = 'one') {
    this.#plugins = editorPlugins(context(language), version, client)
    this.state = EditorState.create({ doc: document, plugins: [...this.#plugins] })
  }

  readonly dispatch = (transaction: Transaction): void => {
    this.state = this.state.apply(transaction)
    this.state.doc.check()
  }

  /** What plugins and commands see of a view. */
  get view(): EditorView {
    const editor = {
      dispatch: this.dispatch,
      composing: false,
      isDestroyed: false,
      focus: () => undefined,
      endOfTextblock: (direction: string) => {
        const { parentOffset, parent } = this.state.selection.$head
        return direction === 'forward' ? parentOffset === parent.content.size : parentOffset === 0
      },
    }
    Object.defineProperty(editor, 'state', { get: () => this.state })
    return editor as unknown as EditorView
  }

  run(command: Command): boolean {
    return command(this.state, this.dispatch, this.view)
  }

  /** Puts the caret where `place` stands in the text, behind it, or selects `place`. */
  caret(place: string, how: 'before' | 'after' | 'select' = 'after'): this {
    const { from, to } = this.find(place)
    const [anchor, head] = how === 'select' ? [from, to] : how === 'before' ? [from, from] : [to, to]
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, anchor, head)))
    return this
  }

  /** Puts the caret into the block with this index among the children of the document, at its start. */
  caretInBlock(index: number): this {
    let pos = 1
    for (let child = 0; child < index; child += 1) pos += this.state.doc.child(child).nodeSize
    this.dispatch(this.state.tr.setSelection(TextSelection.near(this.state.doc.resolve(pos))))
    return this
  }

  find(place: string): { from: number; to: number } {
    const found: { from: number; to: number }[] = []
    this.state.doc.descendants((node, pos) => {
      if (!node.isTextblock) return true
      const at = node.textContent.indexOf(place)
      if (at >= 0) found.push({ from: pos + 1 + at, to: pos + 1 + at + place.length })
      return false
    })
    const [first] = found
    if (first === undefined) throw new Error(`"${place}" is not in the story.`)
    return first
  }

  /** Selects from the first position to the second. */
  select(from: number, to: number): this {
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)))
    return this
  }

  /** Types letter by letter, rules and all. */
  type(text: string): this {
    for (const letter of text) {
      const { from, to } = this.state.selection
      const insert = (): Transaction => this.state.tr.insertText(letter, from, to)
      const isHandled = this.#plugins.some(
        (plugin) => plugin.props.handleTextInput?.call(plugin, this.view, from, to, letter, insert) === true,
      )
      if (!isHandled) this.dispatch(insert())
    }
    return this
  }

  /** Presses a key such as `Enter` or `Ctrl-z`. Answers whether somebody took it. */
  press(key: string): boolean {
    const parts = key.split('-')
    const name = parts.at(-1) ?? ''
    const event = {
      key: name,
      keyCode: 0,
      ctrlKey: parts.includes('Ctrl'),
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
      metaKey: false,
      preventDefault: () => undefined,
    } as unknown as KeyboardEvent
    return this.#plugins.some((plugin) => plugin.props.handleKeyDown?.call(plugin, this.view, event) === true)
  }

  /** Headline, standfirst, then every block of the body as its name and text. */
  get blocks(): string[] {
    const blocks: string[] = []
    this.state.doc.forEach((node) => blocks.push(`${node.type.name}: ${node.textContent}`))
    return blocks
  }

  /** The quotations by the words of their runs. */
  get quotes(): string[][] {
    return [...quoteIndex(this.state.doc).values()].map((runs) => runs.map((run) => run.text))
  }
}

/** What is wrong with the quotations of a document: runs without an entry and entries without a run. */
export function strayQuotes(document: Node): string[] {
  const index = quoteIndex(document)
  const table = quoteTable(document)
  return [
    ...[...index.keys()].filter((id) => table[id] === undefined).map((id) => `run without entry ${id}`),
    ...Object.values(table)
      .filter((quote) => !index.has(quote.id))
      .map((quote) => `entry without run ${quote.id}`),
  ]
}
