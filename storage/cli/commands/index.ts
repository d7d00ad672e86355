import type { Command } from '../command.ts'
import { analyze } from './analyze.ts'
import { backup } from './backup.ts'
import { check } from './check.ts'
import { compare } from './compare.ts'
import { doctor } from './doctor.ts'
import { history } from './history.ts'
import { importFiles } from './import.ts'
import { init } from './init.ts'
import { list } from './list.ts'
import { photo } from './photo.ts'
import { publish } from './publish.ts'
import { quotes } from './quotes.ts'
import { restore } from './restore.ts'
import { search } from './search.ts'
import { show } from './show.ts'
import { text } from './text.ts'
import { verify } from './verify.ts'

/** Every command, in the order in which the help names them. */
export const commands: readonly Command[] = [
  init,
  importFiles,
  photo,
  list,
  search,
  show,
  text,
  analyze,
  quotes,
  check,
  publish,
  verify,
  doctor,
  backup,
  restore,
  history,
  compare,
]
