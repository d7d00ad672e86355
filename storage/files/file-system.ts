/** A file that is open for writing. */
export interface OpenFile {
  /** Writes all of `bytes` where the file ends (opened with `a`) or where the last write ended. */
  write(bytes: Uint8Array): Promise<void>
  /** Makes content and metadata durable. */
  sync(): Promise<void>
  /** Makes content durable, and of the metadata what is needed to read it: cheaper than `sync` for appends. */
  datasync(): Promise<void>
  /** Shortens the file to `length` bytes. */
  truncate(length: number): Promise<void>
  /** False when the file no longer lies where it was opened: deleted, moved away, or another one in its place. */
  hasName(): Promise<boolean>
  close(): Promise<void>
}

/** What `stat` tells. `modified` is in milliseconds since 1970 and may have a fraction. */
export interface FileFacts {
  readonly bytes: number
  readonly modified: number
  readonly isFolder: boolean
}

/**
 * Every call that Galley's storage makes of the disk, and no more, so that a file system that fails on purpose fits
 * underneath. Errors are Node's own, with an errno `code`.
 */
export interface FileSystem {
  /** `wx`: a new file, refused when it exists. `a`: append, made when missing. `r+`: an existing file, from its start. */
  open(path: string, flags: 'wx' | 'a' | 'r+'): Promise<OpenFile>
  readFile(path: string): Promise<Uint8Array>
  /** Takes the place of `to` at once when it exists. */
  rename(from: string, to: string): Promise<void>
  /** A second name for a file. Refused when `to` exists; some file systems know no second names. */
  link(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** Makes one folder. Refused when it exists or its parent does not. */
  makeFolder(path: string): Promise<void>
  /** Removes an empty folder. */
  removeFolder(path: string): Promise<void>
  /** The names in a folder, in no order. */
  readFolder(path: string): Promise<string[]>
  stat(path: string): Promise<FileFacts>
  /** Makes the names in a folder durable. Does nothing where the system cannot. */
  syncFolder(path: string): Promise<void>
}
