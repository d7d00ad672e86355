import { CircleCheck } from 'lucide-react'
import { publishStages } from './stages.ts'
import { t } from '../i18n/translate.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Progress } from '../ui/Progress.tsx'
import type { PublicationState } from './publication.ts'
import { completion, stageNames } from './stages.ts'
import './publish-sheet.css'

const titles = { publish: 'publish.doing', correction: 'publish.doingCorrection', kill: 'publish.doingKill' } as const

/** A publication under way: how far it is, its steps, and the way to stop it. The story can be written on. */
export function ProgressSheet(props: {
  running: Extract<PublicationState, { state: 'running' }>
  onHide: () => void
  onStop: () => void
}) {
  const { request, slug, step } = props.running
  const current = publishStages.indexOf(step.stage)
  return (
    <Dialog
      isOpen
      width="middle"
      title={t(titles[request.kind], { slug })}
      subtitle={t('publish.to', { folder: request.folder })}
      closeLabel={t('dialog.close')}
      className="publish-progress"
      footer={
        <>
          <span>{t('publish.ifStopped')}</span>
          <span className="grow" />
          <Button look="ghost" size="lg" onPress={props.onHide}>
            {t('publish.hide')}
          </Button>
          <Button size="lg" onPress={props.onStop}>
            {t('publish.stop')}
          </Button>
        </>
      }
    >
      <div className="publish-steps">
        <p className="publish-steps__now" role="status">
          {step.total > 0
            ? t('publish.stepOf', { step: t(stageNames[step.stage]), done: step.done, total: step.total })
            : t(stageNames[step.stage])}
        </p>
        <Progress label={t('publish.progress')} value={completion(step)} />
        <ol>
          {publishStages
            .filter((stage) => stage !== 'done')
            .map((stage, index) => (
              <li key={stage} data-step={index < current ? 'done' : index === current ? 'now' : 'later'}>
                <StepMark state={index < current ? 'done' : index === current ? 'now' : 'later'} />
                <span>{t(stageNames[stage])}</span>
              </li>
            ))}
        </ol>
      </div>
    </Dialog>
  )
}

function StepMark({ state }: { state: 'done' | 'now' | 'later' }) {
  switch (state) {
    case 'done':
      return (
        <span className="severity severity--ok" role="img" aria-label={t('publish.stepDone')}>
          <Icon of={CircleCheck} size={16} />
        </span>
      )
    case 'now':
      return <span className="working-ring" role="img" aria-label={t('publish.working')} />
    case 'later':
      return <span className="step-later" role="img" aria-label={t('publish.stepToDo')} />
  }
}
