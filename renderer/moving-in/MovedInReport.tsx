import type { MovedIn } from '../../electron/ipc/contract/importing.ts'
import { useDesk } from '../app/use-desk.ts'
import { LanguageCode } from '../desk/LanguageCode.tsx'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SeverityIcon } from '../ui/Flag.tsx'
import { useStore } from '../ui/store.ts'
import '../desk/import-report.css'
import './moved-in-report.css'

/** What came of a folder: how many came in, what was there already, and what was refused and why. */
export function MovedInReport({ onClose }: { onClose: () => void }) {
  const { movingIn } = useDesk()
  const report = useStore(movingIn.report)
  const isSaved = useStore(movingIn.isSaved)
  if (report === null) return null
  return (
    <Dialog
      isOpen
      title={t('movingIn.title')}
      subtitle={<bdi>{report.named.join(' · ')}</bdi>}
      closeLabel={t('dialog.close')}
      onClose={onClose}
      width="middle"
      footer={
        <>
          <Button size="lg" onPress={() => void movingIn.save()}>
            {t('movingIn.save')}
          </Button>
          <span className="grow muted" role="status">
            {isSaved && t('movingIn.isSaved')}
          </span>
          <Button look="primary" size="lg" onPress={onClose}>
            {t('import.done')}
          </Button>
        </>
      }
    >
      <div className="import-report moved-in">
        <Counts report={report} />
        <Refusals report={report} />
        <CameIn report={report} onClose={onClose} />
      </div>
    </Dialog>
  )
}

function Counts({ report }: { report: MovedIn }) {
  const { hidden, rubbish, links, workspaces } = report.skipped
  const skipped = hidden + rubbish + links + workspaces
  return (
    <section>
      {report.failure !== null && (
        <p className="moved-in__failure">
          <SeverityIcon tone="stop" />
          <span>{report.failure}</span>
        </p>
      )}
      <ul>
        <li>{t('movingIn.imported', { count: report.imported })}</li>
        {report.newer > 0 && <li>{t('movingIn.newer', { count: report.newer })}</li>}
        {report.already > 0 && <li>{t('movingIn.already', { count: report.already })}</li>}
        {report.alreadyTrashed > 0 && <li>{t('movingIn.trashed', { count: report.alreadyTrashed })}</li>}
        {report.refused > 0 && <li>{t('movingIn.refused', { count: report.refused })}</li>}
        {skipped > 0 && <li>{t('movingIn.skipped', { count: skipped })}</li>}
        {report.left > 0 && <li>{t('movingIn.left', { count: report.left })}</li>}
      </ul>
    </section>
  )
}

function Refusals({ report: { refusals, refused } }: { report: MovedIn }) {
  const { movingIn } = useDesk()
  if (refusals.length === 0) return null
  return (
    <section>
      <h3>{t('import.refused')}</h3>
      <ul aria-label={t('import.refused')}>
        {refusals.map(({ file, message, place }) => (
          <li key={place}>
            <SeverityIcon tone="stop" />
            <span className="grow">
              <bdi className="wire">{nameOf(file)}</bdi> {message}
            </span>
            <Button
              look="link"
              size="xs"
              aria-label={t('movingIn.showFile', { name: nameOf(file) })}
              onPress={() => void movingIn.showFile(place)}
            >
              {t('import.show')}
            </Button>
          </li>
        ))}
      </ul>
      <More count={refused - refusals.length} />
    </section>
  )
}

function CameIn({ report: { stories, imported }, onClose }: { report: MovedIn; onClose: () => void }) {
  const { sessions } = useDesk()
  if (stories.length === 0) return null
  return (
    <section>
      <h3>{t('movingIn.cameIn')}</h3>
      <ul aria-label={t('movingIn.cameIn')}>
        {stories.map(({ file, id, slug, headline, language, warnings }) => (
          <li key={file}>
            <bdi className="wire">{slug}</bdi>
            <LanguageCode tag={language} />
            <bdi className="grow clip" lang={language}>
              {headline}
            </bdi>
            {warnings.length > 0 && (
              <span className="muted" title={warnings.map(({ message }) => message).join('\n')}>
                {t('movingIn.notes', { count: warnings.length })}
              </span>
            )}
            <Button
              look="link"
              size="xs"
              aria-label={t('movingIn.openStory', { slug })}
              onPress={() => {
                onClose()
                void sessions.open(id)
              }}
            >
              {t('import.open')}
            </Button>
          </li>
        ))}
      </ul>
      <More count={imported - stories.length} />
    </section>
  )
}

function More({ count }: { count: number }) {
  return count > 0 ? <p className="muted">{t('movingIn.more', { count })}</p> : null
}

function nameOf(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? path
}
