/** What the media store needs of the disk. `storage/files` has it; tests may hand in their own. */
export interface MediaFiles {
  /** Writes a whole file so that it is either the old one or the new one, and durable when the promise resolves. */
  write(path: string, bytes: Uint8Array): Promise<void>
}
