import type { EditorState } from 'prosemirror-state'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { quoteTable } from '../../../storage/model/quotations.ts'
import { quoteKinds, sourceKinds } from '../../../storage/model/quote.ts'
import type { Quote, Speaker } from '../../../storage/model/quote.ts'
import { languageName } from '../../i18n/format.ts'
import { t } from '../../i18n/translate.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Key } from '../../ui/Key.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { openNextSuggestion, closePopover } from '../commands/popovers.ts'
import { addRuns, guessKind, tagQuotation, untagQuotation, updateQuotation } from '../commands/quotations.ts'
import { contextOf } from '../context.ts'
import { heldWords, hold } from '../plugins/held-words.ts'
import type { Held } from '../plugins/held-words.ts'
import { refuseSuggestion, suggestionsIn } from '../plugins/suggestions.ts'
import { quoteIndex } from '../queries/quote-index.ts'
import { quoteStateOf } from '../../../storage/language/quote-state.ts'
import type { PopoverPlace } from './popover-place.ts'
import { NamedInput } from './NamedInput.tsx'
import { NameField } from './NameField.tsx'
import { draftOf, patchOf, wrongFields } from './quote-draft.ts'
import type { QuoteDraft } from './quote-draft.ts'
import { originalLanguages } from './original-languages.ts'
import { speakerOptions } from './speaker-options.tsx'
import { speakerFrom } from './speaker-from.ts'
import { useNames } from './use-names.ts'
import { WordsPopover } from './WordsPopover.tsx'

type HeldQuote = Extract<Held, { kind: 'quote' }>

const kindKeys = { direct: 'D', partial: 'P', paraphrase: 'R' } as const

/** Says who said the words, how, where they come from. One form for tagging and for changing what was tagged. */
export function QuotePopover(props: PopoverPlace & { held: HeldQuote }) {
  const { session, held } = props
  const { view } = session
  const { bridge, isMac, notify } = contextOf(view.state)
  const [before] = useState<Quote | null>(() =>
    held.id === null ? null : (quoteTable(view.state.doc)[held.id] ?? null),
  )
  const [draft, setDraft] = useState<QuoteDraft>(() =>
    draftOf(before, held.suggestion?.kind ?? guessKind(wordsOf(view.state, held))),
  )
  const [name, setName] = useState(before?.speaker?.name ?? held.suggestion?.speaker ?? '')
  const [active, setActive] = useState(name === '' ? -1 : 0)
  const entities = useNames(bridge, name, null)
  const firstWord = held.ranges[0]?.from ?? 0
  const options = speakerOptions(view.state, name, entities, { from: firstWord, isNew: held.id === null })
  const chosen = options[active]
  const wrong = wrongFields(draft)
  const set = (patch: Partial<QuoteDraft>): void => setDraft((known) => ({ ...known, ...patch }))

  const leave = (goOn: boolean): void => {
    if (!(goOn && openNextSuggestion(view.state, view.dispatch, view))) {
      closePopover(view.state, view.dispatch)
      view.focus()
    }
  }

  const tag = async (goOn: boolean, choice = chosen?.choice): Promise<void> => {
    if (wrong.url || wrong.timecode) return
    const isUntouched = before?.speaker?.name === name.trim()
    const speaker: Speaker | null =
      isUntouched && choice?.is !== 'joined' ? before.speaker : await speakerFrom(bridge, choice, name)
    const now = heldWords(view.state)
    if (view.isDestroyed || now?.kind !== 'quote') return
    const patch = { ...patchOf(draft, before), speaker }
    if (now.id !== null) updateQuotation(now.id, patch)(view.state, view.dispatch)
    else {
      const tagged =
        choice?.is === 'joined'
          ? addRuns(view.state, choice.id, now.ranges)
          : tagQuotation(view.state, now.ranges, { ...patch, kind: draft.kind, speaker })
      if (tagged !== null) view.dispatch(hold(tagged, null))
    }
    leave(goOn)
  }

  const notAQuote = (): void => {
    if (held.id !== null) {
      untagQuotation(held.id)(view.state, view.dispatch)
      notify(t('editor.quote.untagged'))
    } else if (held.suggestion !== null) view.dispatch(refuseSuggestion(view.state.tr, held.suggestion))
    leave(held.suggestion !== null)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as Element
    const isOnKind = target.closest('.segmented') !== null
    if (event.key === 'Enter' && (target instanceof HTMLInputElement || isOnKind)) {
      event.preventDefault()
      event.stopPropagation()
      void tag(event.altKey)
      return
    }
    const kind = isOnKind ? quoteKinds.find((candidate) => kindKeys[candidate] === event.key.toUpperCase()) : undefined
    if (kind !== undefined) set({ kind })
  }

  return (
    <WordsPopover
      {...props}
      title={t(held.id === null ? 'editor.quote.tag' : 'editor.quote.change')}
      aside={asideOf(view.state, held, before)}
      onKeyDown={onKeyDown}
      hints={[
        {
          shortcut: isMac ? '↵' : 'Enter',
          words: t(held.id === null ? 'editor.quote.doTag' : 'editor.quote.doChange'),
        },
        { shortcut: isMac ? '⌥↵' : 'Alt+Enter', words: t('editor.quote.doTagNext') },
        { shortcut: isMac ? '⌫' : 'Backspace', words: t('editor.quote.notAQuote') },
        { shortcut: isMac ? 'esc' : 'Esc', words: t('editor.popover.close') },
      ]}
    >
      <div className="form-row">
        <span className="form-row__label">{t('editor.quote.speaker')}</span>
        <NameField
          label={t('editor.quote.speaker')}
          text={name}
          onType={(text) => {
            setName(text)
            setActive(text.trim() === '' ? -1 : 0)
          }}
          options={options}
          active={active}
          onActive={setActive}
          onChoose={(index) => void tag(false, options[index]?.choice)}
          onEmptyBackspace={notAQuote}
          {...hintOf(held)}
        />
      </div>
      <div className="form-row">
        <span className="form-row__label">{t('editor.quote.kind')}</span>
        <div>
          <Segmented
            label={t('editor.quote.kind')}
            value={draft.kind}
            onChange={(kind) => set({ kind })}
            segments={quoteKinds.map((kind) => ({
              value: kind,
              words: (
                <>
                  {t(`editor.quote.kind.${kind}`)} <Key>{kindKeys[kind]}</Key>
                </>
              ),
            }))}
          />
        </div>
      </div>
      <div className="form-row">
        <span className="form-row__label">{t('editor.quote.said')}</span>
        <div className="form-row__parts form-row__parts--said">
          <NamedInput name={t('editor.quote.to')} value={draft.to} onChange={(to) => set({ to })} />
          <NamedInput name={t('editor.quote.where')} value={draft.where} onChange={(where) => set({ where })} />
          <NamedInput name={t('editor.quote.when')} value={draft.when} onChange={(when) => set({ when })} />
        </div>
      </div>
      <div className="form-row">
        <span className="form-row__label">{t('editor.quote.source')}</span>
        <div className="form-row__parts form-row__parts--source">
          <Choice
            label={t('editor.quote.source')}
            value={draft.sourceKind}
            onChange={(sourceKind) => set({ sourceKind })}
            options={[
              { value: 'none', words: t('editor.quote.source.none') },
              ...sourceKinds.map((kind) => ({ value: kind, words: t(`editor.quote.source.${kind}`) })),
            ]}
          />
          <NamedInput
            name={t('editor.quote.sourceTitle')}
            isNamed={false}
            value={draft.sourceTitle}
            onChange={(sourceTitle) => set({ sourceTitle, ...withSource(draft) })}
          />
        </div>
      </div>
      {draft.sourceKind !== 'none' && (
        <div className="form-row">
          <span />
          <div className="form-row__parts">
            <NamedInput
              name={t('editor.quote.sourceUrl')}
              value={draft.sourceUrl}
              isWrong={wrong.url}
              maxLength={2000}
              onChange={(sourceUrl) => set({ sourceUrl })}
            />
            <NamedInput
              name={t('editor.quote.timecode')}
              value={draft.timecode}
              isWrong={wrong.timecode}
              maxLength={8}
              onChange={(timecode) => set({ timecode })}
            />
          </div>
        </div>
      )}
      <div className="form-row">
        <span className="form-row__label">{t('editor.quote.original')}</span>
        <div className="form-row__parts form-row__parts--source">
          <Choice
            label={t('editor.quote.originalLanguage')}
            value={draft.originalLanguage}
            onChange={(originalLanguage) => set({ originalLanguage })}
            options={[
              { value: 'none', words: t('editor.quote.original.none') },
              ...originalLanguages(draft.originalLanguage).map((tag_) => ({ value: tag_, words: languageName(tag_) })),
            ]}
          />
          <NamedInput
            name={t('editor.quote.originalWords')}
            isNamed={false}
            value={draft.originalWords}
            maxLength={10_000}
            {...(draft.originalLanguage === 'none' ? {} : { lang: draft.originalLanguage })}
            onChange={(originalWords) => set({ originalWords })}
          />
        </div>
      </div>
    </WordsPopover>
  )
}

function withSource(draft: QuoteDraft): Partial<QuoteDraft> {
  return draft.sourceKind === 'none' ? { sourceKind: 'interview' } : {}
}

function hintOf(held: HeldQuote): { hint?: string } {
  const mention = held.suggestion?.mention ?? null
  return mention === null || mention === held.suggestion?.speaker ? {} : { hint: t('editor.quote.from', { mention }) }
}

function wordsOf(state: EditorState, held: HeldQuote): string {
  return held.ranges.map((range) => state.doc.textBetween(range.from, range.to)).join(' ')
}

function asideOf(state: EditorState, held: HeldQuote, before: Quote | null): string {
  if (held.suggestion !== null) {
    const suggestions = suggestionsIn(state)
    const index = suggestions.findIndex((suggestion) => suggestion.words === held.suggestion?.words)
    return index < 0 ? '' : t('editor.quote.suggestionOf', { number: index + 1, count: suggestions.length })
  }
  if (before === null) return ''
  return t(`editor.state.${quoteStateOf(before, quoteIndex(state.doc).get(before.id) ?? [])}`)
}
