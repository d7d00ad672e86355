import type { Imported } from '../../electron/ipc/contract/importing.ts'
import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SeverityIcon } from '../ui/Flag.tsx'
import { useStore } from '../ui/store.ts'
import { LanguageCode } from './LanguageCode.tsx'
import './import-report.css'

/** What came in last, with what was dropped, recognised or doubted on the way, and what was refused and why. */
export function ImportReport({ onClose }: { onClose: () => void }) {
  const desk = useDesk()
  const result = useStore(desk.imports.result)
  return (
    <Dialog
      isOpen
      title={t('import.title')}
      closeLabel={t('dialog.close')}
      onClose={onClose}
      width="middle"
      footer={
        <>
          <span className="grow" />
          <Button look="primary" size="lg" onPress={onClose}>
            {t('import.done')}
          </Button>
        </>
      }
    >
      <div className="import-report">
        {result !== null && result.refused.length > 0 && (
          <section>
            <h3>{t('import.refused')}</h3>
            <ul>
              {result.refused.map((refused) => (
                <li key={refused.file}>
                  <SeverityIcon tone="stop" />
                  <span>
                    <bdi className="wire">{refused.file}</bdi> {refused.message}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {result?.imported.map((story) => (
          <CameIn
            key={story.id}
            story={story}
            onOpen={() => {
              onClose()
              void desk.sessions.open(story.id)
            }}
          />
        ))}
      </div>
    </Dialog>
  )
}

function CameIn({ story, onOpen }: { story: Imported; onOpen: () => void }) {
  return (
    <section>
      <h3>
        <bdi className="wire">{story.slug}</bdi>
        <LanguageCode tag={story.language} />
        <bdi className="grow clip" lang={story.language}>
          {story.headline}
        </bdi>
        <Button look="link" size="xs" onPress={onOpen}>
          {t('import.open')}
        </Button>
      </h3>
      {story.warnings.length === 0 ? (
        <p className="muted">{t('import.noNotes')}</p>
      ) : (
        <ul aria-label={t('import.notesOf', { slug: story.slug })}>
          {story.warnings.map((warning, index) => (
            <li key={`${warning.code}-${index}`}>
              <SeverityIcon tone="info" />
              <span>{warning.message}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
