import { FolderOpen, PackageCheck } from 'lucide-react'
import { useDesk } from '../app/use-desk.ts'
import { formatBytes, formatDay, formatExactTime } from '../i18n/format.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Properties, Property } from '../ui/Property.tsx'
import { useStore } from '../ui/store.ts'
import { formatNames } from './formats.ts'
import type { PublicationState } from './publication.ts'
import './publish-sheet.css'

const titles = { publish: 'publish.done', correction: 'publish.doneCorrection', kill: 'publish.doneKill' } as const

/** The bundle that came of it: where it stands, what it weighs, that it was read back. */
export function ResultSheet(props: { done: Extract<PublicationState, { state: 'done' }>; onClose: () => void }) {
  const desk = useDesk()
  const { request, slug, published, at } = props.done
  const { editor } = useStore(desk.settings)
  return (
    <Dialog
      isOpen
      width="result"
      title={
        request.ids.length > 1
          ? t('publishMany.done', { count: request.ids.length })
          : t(titles[request.kind], { slug })
      }
      subtitle={t('publish.doneAbout', { files: published.files, size: formatBytes(published.bytes) })}
      mark={
        <span className="publish-result__mark">
          <Icon of={PackageCheck} size={18} />
        </span>
      }
      closeLabel={t('dialog.close')}
      onClose={props.onClose}
      footer={
        <>
          <span className="grow" />
          <Button
            size="lg"
            icon={FolderOpen}
            onPress={() => void desk.bridge.publishing.reveal({ bundle: published.bundle })}
          >
            {t('publish.show')}
          </Button>
          <Button look="primary" size="lg" autoFocus onPress={props.onClose} shortcut="↵">
            {t('publish.finish')}
          </Button>
        </>
      }
    >
      <div className="publish-result">
        <Properties>
          {published.stories.map((story) => (
            <Property key={story.id} label={t('publish.story')}>
              <bdi className="wire">{story.slug}</bdi>
              <span className="muted">{t('history.version', { version: story.version })}</span>
            </Property>
          ))}
          <Property label={t('publish.publishedAt')}>
            <span className="numeric">
              {formatDay(at)}, {formatExactTime(at)}
            </span>
          </Property>
          {editor !== '' && <Property label={t('publish.by')}>{editor}</Property>}
          <Property label={t('publish.formats')}>
            {request.formats.map((format) => t(formatNames[format])).join(', ')}
          </Property>
          <Property label={t('publish.where')}>
            <code className="publish-result__path" dir="ltr">
              {published.bundle}
            </code>
          </Property>
        </Properties>
      </div>
    </Dialog>
  )
}
