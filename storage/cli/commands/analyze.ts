import { decodeText } from '../../files/read.ts'
import { analyzeText } from '../../language/analyze.ts'
import { GalleyError } from '../../model/errors.ts'
import type { LanguageTag } from '../../model/language.ts'
import { languageOption } from '../arguments.ts'
import type { Command } from '../command.ts'

/** The longest text that is read, in bytes. */
const largest = 64 * 1024 ** 2

/** Reads plain text and says what is in it; stores nothing and needs no workspace. */
export const analyze: Command = {
  name: 'analyze',
  summary: 'Find quotations, captions and dateline in plain text; - reads standard input.',
  define: (commander, run) =>
    commander
      .argument('<file>', 'the text, or -')
      .option('--language <tag>', 'its language; found out when left out', languageOption)
      .action((file: string, { language }: { language?: LanguageTag }) =>
        run(async (context) => {
          const analysis = analyzeText(utf8(await context.readInput(file, largest)), language ?? null)
          const { quotes, captions, dateline } = analysis
          const json = {
            language: analysis.language,
            quotes: quotes.map(({ kind, from, to, text, speaker, cue, confidence }) => ({
              kind,
              from,
              to,
              text,
              speaker,
              cue,
              confidence,
            })),
            captions,
            dateline,
          }
          const lines = [
            `Language: ${analysis.language}`,
            ...(dateline === null ? [] : [`Dateline: ${dateline.text.trim()}`]),
            ...captions.map((caption) => `Caption: ${caption.text}`),
            ...quotes.map(
              (quote) => `${quote.speaker?.name ?? quote.speaker?.text ?? '(nobody named)'}: ${quote.text}`,
            ),
          ]
          return { json, text: lines.join('\n') }
        }),
      ),
}

/** Offsets are of the text as it was given, so nothing is guessed or normalised. */
function utf8(bytes: Uint8Array): string {
  try {
    return decodeText(bytes)
  } catch (cause) {
    throw new GalleyError('invalid_input', 'This is not UTF-8 text.', { cause })
  }
}
