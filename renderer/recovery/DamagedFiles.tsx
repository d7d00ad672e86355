import { t } from '../i18n/translate.ts'

/** One sentence a file, and where each lies now. */
export function DamagedFiles({
  files,
}: {
  files: readonly { readonly message: string; readonly quarantined: string | null }[]
}) {
  return (
    <ul>
      {files.map(({ message, quarantined }, index) => (
        <li key={index}>
          {message} {quarantined !== null && t('damage.lies', { place: quarantined })}
        </li>
      ))}
    </ul>
  )
}
