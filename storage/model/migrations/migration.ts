/** Lifts a story file from the format before to `to`. Pure: gets and returns plain JSON. */
export interface StoryMigration {
  readonly to: number
  readonly up: (file: Readonly<Record<string, unknown>>) => Record<string, unknown>
}
