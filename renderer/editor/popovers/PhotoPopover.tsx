import { effectiveAlt, effectiveCredit } from '../../../storage/model/figures.ts'
import type { Photo } from '../../../storage/model/photo.ts'
import { figureAttributesSchema } from '../../../storage/model/schema/nodes/figure.ts'
import type { FigureAttributes } from '../../../storage/model/schema/nodes/figure.ts'
import { countCharacters } from '../../../storage/model/text.ts'
import { t } from '../../i18n/translate.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { useStore } from '../../ui/store.ts'
import { TextField } from '../../ui/TextField.tsx'
import { removeFigure, setFigureAttributes } from '../commands/figures.ts'
import { choosePhotoFor } from '../commands/photos.ts'
import { closePopover } from '../commands/popovers.ts'
import { contextOf } from '../context.ts'
import type { Held } from '../plugins/held-words.ts'
import { useSession } from '../use-session.ts'
import type { PopoverPlace } from './popover-place.ts'
import { WordsPopover } from './WordsPopover.tsx'

/** What is said of one use of a photo beside its caption: alt text, credit, whether it is decoration. */
export function PhotoPopover(props: PopoverPlace & { held: Extract<Held, { kind: 'photo' }> }) {
  const { session, held } = props
  const { view } = session
  const { photos: shelf, isMac, limits, record } = contextOf(view.state)
  const photos = useStore(shelf.photos)
  const node = useSession(session, (_snapshot, state) => state.doc.nodeAt(held.pos))
  if (node?.type.name !== 'figure') return null
  const attributes = figureAttributesSchema.parse(node.attrs)
  const photo = attributes.media === null ? null : (photos.get(attributes.media) ?? null)
  const set = (patch: Partial<FigureAttributes>): void => {
    setFigureAttributes(held.pos, patch)(view.state, view.dispatch)
  }
  const leave = (): void => {
    closePopover(view.state, view.dispatch)
    view.focus()
  }
  return (
    <WordsPopover
      {...props}
      isNarrow
      title={t('editor.figure.details')}
      hints={[{ shortcut: isMac ? 'esc' : 'Esc', words: t('editor.popover.close') }]}
    >
      <TextField
        label={t('editor.figure.alt')}
        value={effectiveAlt({ ...attributes, decorative: false }, photo)}
        isDisabled={attributes.decorative}
        lines
        lang={record().language}
        hint={(text) => t('editor.count', { count: countCharacters(text), limit: limits().alt })}
        message={(text) => altMessage(text, attributes, node.textContent)}
        onCommit={(text) => set({ alt: ownOrInherited(text, photo?.description.alt) })}
      />
      <Checkbox isSelected={attributes.decorative} onChange={(decorative) => set({ decorative })}>
        {t('editor.figure.decorative')}
      </Checkbox>
      <TextField
        label={t('editor.figure.credit')}
        value={effectiveCredit(attributes, photo)}
        onCommit={(text) => set({ credit: ownOrInherited(text, inheritedCredit(photo)) })}
      />
      <div className="popover__acts">
        <Button
          look="ghost"
          size="sm"
          onPress={() => {
            removeFigure(held.pos)(view.state, view.dispatch)
            leave()
          }}
        >
          {t('editor.figure.remove')}
        </Button>
        <Button
          size="sm"
          onPress={() => {
            leave()
            choosePhotoFor(view, held.pos)
          }}
        >
          {t(attributes.media === null ? 'editor.figure.addPicture' : 'editor.figure.replace')}
        </Button>
      </div>
    </WordsPopover>
  )
}

function inheritedCredit(photo: Photo | null): string | undefined {
  return photo === null ? undefined : effectiveCredit({ ...noAttributes, credit: null }, photo)
}

const noAttributes: FigureAttributes = { media: null, alt: null, decorative: false, credit: null, layout: 'standard' }

/** Words that the photo brought itself stay inherited; anything else, emptiness too, belongs to this use. */
function ownOrInherited(text: string, inherited: string | undefined): string | null {
  return text === (inherited ?? '') ? null : text
}

function altMessage(
  text: string,
  attributes: FigureAttributes,
  caption: string,
): { tone: 'warn'; words: string } | null {
  if (attributes.decorative) return null
  if (text.trim() === '') return { tone: 'warn', words: t('editor.figure.altMissing') }
  return text.trim() === caption.trim() ? { tone: 'warn', words: t('editor.figure.altRepeats') } : null
}
