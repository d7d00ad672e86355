/** Something of a story that could not be read. `quarantined` is where it lies now, null while it was left in place. */
export interface StoryDamage {
  readonly message: string
  readonly quarantined: string | null
}
