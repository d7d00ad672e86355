import { isGalleyError } from '../../storage/model/errors.ts'
import { t } from '../i18n/translate.ts'

/** The sentence of an error for the editor: our own errors bring theirs, anything else has one for all. */
export function messageOfError(error: unknown): string {
  return isGalleyError(error) ? error.message : t('error.unexpected')
}
