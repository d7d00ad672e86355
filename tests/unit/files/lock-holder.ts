// A process of its own that takes a folder's lock, says so, and waits to be killed.
import { takeLock } from '../../../storage/files/lock.ts'
import { nodeFileSystem } from '../../../storage/files/node-file-system.ts'

await takeLock(nodeFileSystem, process.argv[2] ?? '', 'the other desk')
console.log('held')
setInterval(() => undefined, 1000)
