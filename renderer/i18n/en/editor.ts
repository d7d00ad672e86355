/** The sheet: tool strip, margins, tagging, figures. */
export const editor = {} as const
