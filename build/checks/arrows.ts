// Checks the imports of the whole project against the arrows.
import { cruise } from 'dependency-cruiser'
import { arrowRules } from './arrow-rules.ts'

const folders = ['storage', 'electron', 'renderer', 'tests', 'build']
const { output } = await cruise(folders, {
  ...arrowRules.options,
  validate: true,
  ruleSet: { forbidden: arrowRules.forbidden ?? [] },
})
if (typeof output === 'string') throw new TypeError('The result should be an object.')

const why = new Map(arrowRules.forbidden?.map(({ name, comment }) => [name, comment]))
const { violations, totalCruised } = output.summary
for (const { from, to, rule } of violations) {
  console.error(`${from}\n  imports ${to}\n  ${rule.name}: ${why.get(rule.name) ?? ''}`)
}
console.log(`${totalCruised} files, ${violations.length} forbidden imports`)
process.exitCode = violations.length === 0 ? 0 : 1
