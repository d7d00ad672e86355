import type { Page } from '@playwright/test'

declare global {
  interface Window {
    keyToPaint: number[]
  }
}

const text = 'the ferry left after the storm and '

/** Starts to note, for every key, the time from the key event until the frame that shows it was handed over. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.keyToPaint = []
    window.addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          // A message is delivered after the frame's own work: style, layout and paint are behind us.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => window.keyToPaint.push(performance.now() - event.timeStamp)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
}

/** Puts the caret at the end of a line in the paragraph in the middle of the document. */
export async function placeCaret(page: Page): Promise<void> {
  const paragraphs = page.locator('.ProseMirror > p')
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2))
  await middle.scrollIntoViewIfNeeded()
  await middle.click()
  await page.keyboard.press('End')
}

/** Types some keys, one after the other's paint, and returns the milliseconds that each took. */
export async function typeKeys(page: Page, count: number): Promise<number[]> {
  const before = await page.evaluate(() => window.keyToPaint.length)
  for (let at = 0; at < count; at += 1) {
    await page.keyboard.press(text[at % text.length] === ' ' ? 'Space' : (text[at % text.length] ?? 'a'))
    await page.waitForFunction((painted) => window.keyToPaint.length >= painted, before + at + 1)
  }
  return page.evaluate((from) => window.keyToPaint.slice(from), before)
}
