// A process of its own that types into a story and says what was acknowledged, until it is killed.
import { openWorkspace } from '../../../storage/library/open-workspace.ts'
import { storyIdSchema } from '../../../storage/model/ids.ts'
import { typing, window1 } from '../journal/entries.ts'

const workspace = await openWorkspace(process.argv[2] ?? '', {
  holder: 'the typist',
  // Snapshots come so often that some are cut off by the kill.
  snapshotTimes: { quiet: 15, longest: 40 },
})
const { authority } = await workspace.openStory(storyIdSchema.parse(process.argv[3]))
const pause = Number(process.argv[4])
for (let key = 0; ; key += 1) {
  const text = `${key} `
  const end = authority.document.child(0).content.size + 1
  const answer = await authority.receive(authority.version, typing(authority.document, text, end), window1)
  if (answer.outcome === 'accepted') process.stdout.write(`${text}\n`)
  if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
}
