import type { BundleFormat } from '../../electron/ipc/contract/publishing.ts'

/** The formats of a bundle in the order in which they are offered. */
export const bundleFormats = ['ninjs', 'jsonld', 'html', 'galley'] as const satisfies readonly BundleFormat[]

export const formatNames = {
  ninjs: 'publish.ninjs',
  jsonld: 'publish.jsonld',
  html: 'publish.html',
  galley: 'publish.galley',
} as const

export const formatNotes = {
  ninjs: 'publish.ninjsAbout',
  jsonld: 'publish.jsonldAbout',
  html: 'publish.htmlAbout',
  galley: 'publish.galleyAbout',
} as const
