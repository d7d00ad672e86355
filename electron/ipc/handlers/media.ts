import { GalleyError } from '../../../storage/model/errors.ts'
import type { Desk } from '../../main/desk.ts'
import type { AreaHandlers } from './handlers.ts'

export function mediaHandlers(_desk: Desk): AreaHandlers<'media'> {
  const refuse = (): never => {
    throw new GalleyError('unsupported_format', 'Images cannot be added yet. Nothing was changed.')
  }
  return { add: refuse, choose: refuse, get: () => ({ photos: [] }) }
}
