import { settingsSchema } from '../../storage/model/settings.ts'
import type { Limits } from '../../storage/model/settings.ts'
import { useDesk } from '../app/use-desk.ts'
import { t } from '../i18n/translate.ts'
import { languageOptions } from '../inspector/story/languages.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useStore } from '../ui/store.ts'
import './settings-dialog.css'

const limits = ['headline', 'standfirst', 'caption', 'alt'] as const satisfies readonly (keyof Limits)[]

/** Who works here, how the window looks, and the house's rules. Each field saves when it is left. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk()
  const settings = useStore(desk.settings)
  const { publisher } = settings
  const setPublisher = (patch: Partial<typeof publisher>): void =>
    void desk.changeSettings({ publisher: { ...publisher, ...patch } })
  return (
    <Dialog
      isOpen
      title={t('settings.title')}
      closeLabel={t('dialog.close')}
      onClose={onClose}
      width="middle"
      footer={
        <>
          <span className="grow" />
          <Button look="primary" size="lg" onPress={onClose}>
            {t('settings.done')}
          </Button>
        </>
      }
    >
      <div className="settings">
        <section>
          <h3>{t('settings.you')}</h3>
          <TextField
            label={t('settings.editor')}
            hint={t('settings.editorHint')}
            value={settings.editor}
            maxLength={200}
            onCommit={(editor) => void desk.changeSettings({ editor: editor.trim() })}
          />
          <div className="settings__line">
            <span>{t('settings.theme')}</span>
            <Segmented
              label={t('settings.theme')}
              value={settings.theme}
              segments={[
                { value: 'system', words: t('settings.themeSystem') },
                { value: 'light', words: t('settings.themeLight') },
                { value: 'dark', words: t('settings.themeDark') },
              ]}
              onChange={(theme) => void desk.changeSettings({ theme })}
            />
          </div>
          <div className="settings__line">
            <span>{t('settings.language')}</span>
            <Choice
              label={t('settings.language')}
              value={settings.language}
              options={languageOptions(settings.language)}
              onChange={(language) => void desk.changeSettings({ language })}
            />
          </div>
        </section>
        <section>
          <h3>{t('settings.limits')}</h3>
          <p className="muted">{t('settings.limitsHint')}</p>
          <div className="settings__limits">
            {limits.map((name) => (
              <TextField
                key={name}
                label={t(`settings.${name}`)}
                value={String(settings.limits[name])}
                dir="ltr"
                message={(text) =>
                  readLimit(text) === null ? { tone: 'stop', words: t('settings.limitWrong') } : null
                }
                onCommit={(text) => {
                  const limit = readLimit(text)
                  if (limit !== null) void desk.changeSettings({ limits: { ...settings.limits, [name]: limit } })
                }}
              />
            ))}
          </div>
        </section>
        <section>
          <h3>{t('settings.trash')}</h3>
          <div className="settings__limits">
            <TextField
              label={t('settings.trashDays')}
              value={String(settings.trashDays)}
              dir="ltr"
              message={(text) =>
                readDays(text) === null ? { tone: 'stop', words: t('settings.trashDaysWrong') } : null
              }
              onCommit={(text) => {
                const trashDays = readDays(text)
                if (trashDays !== null) void desk.changeSettings({ trashDays })
              }}
            />
          </div>
        </section>
        <section>
          <h3>{t('settings.publisher')}</h3>
          <TextField
            label={t('settings.publisherName')}
            value={publisher.name}
            maxLength={200}
            onCommit={(name) => setPublisher({ name: name.trim() })}
          />
          <TextField
            label={t('settings.copyright')}
            value={publisher.copyrightNotice}
            maxLength={500}
            onCommit={(copyrightNotice) => setPublisher({ copyrightNotice: copyrightNotice.trim() })}
          />
          <TextField
            label={t('settings.terms')}
            value={publisher.usageTerms}
            maxLength={2000}
            lines
            onCommit={(usageTerms) => setPublisher({ usageTerms: usageTerms.trim() })}
          />
        </section>
      </div>
    </Dialog>
  )
}

/** A limit in characters, or null when the text is none. */
function readLimit(text: string): number | null {
  const limit = Number(text.trim())
  return /^\d{1,5}$/.test(text.trim()) && limit > 0 ? limit : null
}

/** Days in the trash, or null when the text is none that the settings allow. */
function readDays(text: string): number | null {
  const days = settingsSchema.shape.trashDays.safeParse(/^\d+$/.test(text.trim()) ? Number(text.trim()) : null)
  return days.success ? days.data : null
}
