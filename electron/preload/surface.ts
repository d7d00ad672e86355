import type { EventName } from '../ipc/contract/events.ts'
import type { Area, Method } from '../ipc/contract/index.ts'

/**
 * The calls of every area by name: what the bridge is made of. Only names, so that no parser is loaded into a
 * window; TypeScript holds them to the contract, none missing and none made up.
 */
export const calls: { readonly [A in Area]: { readonly [M in Method<A>]: true } } = {
  desk: { info: true, changeSettings: true, window: true, readyToClose: true },
  stories: {
    list: true,
    ids: true,
    place: true,
    counts: true,
    summaries: true,
    create: true,
    duplicate: true,
    open: true,
    close: true,
    sendSteps: true,
    stepsSince: true,
    changeRecord: true,
    changeMany: true,
    stopMany: true,
  },
  languages: { list: true, create: true, bringInLine: true },
  versions: { list: true, name: true, read: true, restore: true },
  recovery: { read: true, keep: true, goBack: true, offers: true, rebuild: true },
  trash: { list: true, put: true, sent: true, takeBack: true, putMany: true, takeBackMany: true, empty: true },
  importing: {
    clipboard: true,
    files: true,
    choose: true,
    moveIn: true,
    moveInDropped: true,
    stopMovingIn: true,
    movedIn: true,
    saveMovedIn: true,
    showRefused: true,
  },
  dragging: { begin: true, letGo: true },
  media: { add: true, choose: true, get: true },
  names: { search: true, add: true },
  publishing: { publish: true, cancel: true, chooseDestination: true, destination: true, reveal: true },
}

/** The events that a window can listen to. */
export const eventNames: { readonly [Name in EventName]: true } = {
  steps: true,
  record: true,
  saved: true,
  summary: true,
  trashing: true,
  removed: true,
  version: true,
  otherChange: true,
  damaged: true,
  backupFailed: true,
  settings: true,
  indexing: true,
  publishProgress: true,
  movingIn: true,
  actingOnMany: true,
  menu: true,
  closing: true,
}
