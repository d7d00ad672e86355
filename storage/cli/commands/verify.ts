import { verify as verifyBundle } from '../../publish/verify.ts'
import type { Command } from '../command.ts'

/** Verifies a bundle against its manifest; needs no workspace. */
export const verify: Command = {
  name: 'verify',
  summary: 'Compare a bundle with its manifest.',
  define: (commander, run) =>
    commander.argument('<bundle>', 'the folder or .zip').action((bundle: string) =>
      run(async (context) => {
        const { ok, problems } = await verifyBundle(bundle, {
          signal: context.signal,
          onFile: (done, total) => {
            context.bar.show(done, total, 'compared')
          },
        })
        context.bar.clear()
        return {
          json: { ok, problems },
          text: ok
            ? 'The bundle is whole.'
            : problems.map(({ path, problem }) => `${path} ${problem}`.trim()).join('\n'),
          found: !ok,
        }
      }),
    ),
}
