/** Resolves when `work` does, or after so many milliseconds. */
export async function deadline(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const up = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  try {
    await Promise.race([work, up])
  } finally {
    clearTimeout(timer)
  }
}
