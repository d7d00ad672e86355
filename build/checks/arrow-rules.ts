// Which folder may import which: the arrows of ARCHITECTURE.md, as rules for dependency-cruiser.
// A folder may always import itself; what is not written here is an error.
import type { IConfiguration } from 'dependency-cruiser'

const pure = ['storage/model', 'storage/language']
const kept = ['storage/files', ...pure]
const mechanisms = ['storage/journal', 'storage/media', 'storage/index']

/** What each folder may import of the project. Where two names fit a file, the longer one counts. */
const arrows: Record<string, string[]> = {
  'storage/model': [],
  'storage/language': ['storage/model'],
  'storage/checks': pure,
  'storage/files': pure,
  'storage/journal': kept,
  'storage/media': kept,
  'storage/index': kept,
  'storage/library': [...mechanisms, ...kept, 'storage/checks'],
  'storage/importers': [...mechanisms, ...kept],
  'storage/moving-in': ['storage/importers', 'storage/library', 'storage/publish', ...mechanisms, ...kept],
  'storage/publish': [...mechanisms, ...kept, 'storage/checks'],
  'storage/cli': ['storage'],
  'electron/ipc/contract': [...pure, 'storage/checks'],
  'electron/preload': ['electron/ipc/contract'],
  electron: ['storage'],
  renderer: [...pure, 'storage/checks', 'electron/ipc/contract'],
  tests: ['storage', 'electron', 'renderer', 'build'],
  build: [],
}

const windowOrPure = ['renderer', 'electron/preload', 'electron/ipc/contract', ...pure, 'storage/checks']
const notWindow = ['electron', 'storage']

type PackageTarget = { path: string } | { dependencyTypes: ['core'] }

/** What only some folders may use of what npm and Node offer. */
const packages: { name: string; to: PackageTarget; notFrom: string[] }[] = [
  { name: 'electron', to: { path: 'node_modules/electron/' }, notFrom: ['storage', 'renderer'] },
  { name: 'node', to: { dependencyTypes: ['core'] }, notFrom: windowOrPure },
  {
    name: 'react',
    to: { path: 'node_modules/(react|react-dom|react-aria[^/]*|@react-[^/]+|lucide-react)/' },
    notFrom: notWindow,
  },
  {
    name: 'dom',
    to: { path: 'node_modules/prosemirror-(view|commands|keymap|history|inputrules|gapcursor|dropcursor)/' },
    notFrom: notWindow,
  },
]

const folders = Object.keys(arrows)
const inside = (folder: string): string => `^${folder}/`

/** The rules, ready for dependency-cruiser. */
export const arrowRules: IConfiguration = {
  forbidden: [
    ...Object.entries(arrows).map(([folder, others]) => ({
      name: `from-${folder.replaceAll('/', '-')}`,
      comment: `${folder} may import only ${[folder, ...others].join(', ')}.`,
      severity: 'error' as const,
      from: {
        path: inside(folder),
        pathNot: folders.filter((other) => other.startsWith(`${folder}/`)).map(inside),
      },
      to: { path: '^(storage|electron|renderer|tests|build)/', pathNot: [folder, ...others].map(inside) },
    })),
    ...packages.map(({ name, to, notFrom }) => ({
      name: `package-${name}`,
      comment: `Not to be used in ${notFrom.join(', ')}.`,
      severity: 'error' as const,
      from: { path: notFrom.map(inside) },
      to,
    })),
    {
      name: 'package-model',
      comment: 'storage/model imports only zod and prosemirror-model: a story must be readable anywhere.',
      severity: 'error',
      from: { path: '^storage/model/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|prosemirror-model)/' },
    },
    {
      name: 'contract-as-types',
      comment: 'The window knows the contract as types only; the bridge carries the calls.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'known-folder',
      comment: 'A new folder of storage/ needs its arrows written in build/checks/arrow-rules.ts.',
      severity: 'error',
      from: { path: '^storage/', pathNot: folders.map(inside) },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one concept.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import must exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
