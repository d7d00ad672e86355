import './status-glyph.css'

/** Seven shapes that tell states apart without colour. */
export type GlyphShape = 'dashed' | 'half' | 'full' | 'tick' | 'plus' | 'clock' | 'cross'

/** A glyph of 12 px. Without a label it is decoration beside the words that say the same. */
export function StatusGlyph({ shape, label }: { shape: GlyphShape; label?: string }) {
  return (
    <svg
      className={`status-glyph status-glyph--${shape}`}
      viewBox="0 0 12 12"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {drawings[shape]}
    </svg>
  )
}

const ring = <circle className="status-glyph__line" cx="6" cy="6" r="4.6" />
const disc = <circle className="status-glyph__fill" cx="6" cy="6" r="5.4" />

const drawings = {
  dashed: ring,
  half: (
    <>
      {ring}
      <path className="status-glyph__fill" d="M6 2.8a3.2 3.2 0 0 1 0 6.4Z" />
    </>
  ),
  full: <circle className="status-glyph__fill" cx="6" cy="6" r="5.2" />,
  tick: (
    <>
      {disc}
      <path className="status-glyph__cut" d="M3.7 6.1 5.3 7.7 8.3 4.4" />
    </>
  ),
  plus: (
    <>
      {disc}
      <path className="status-glyph__cut" d="M6 3v6M3 6h6" />
    </>
  ),
  clock: (
    <>
      {ring}
      <path className="status-glyph__line" d="M6 3.4V6l1.7 1.1" />
    </>
  ),
  cross: (
    <>
      {disc}
      <path className="status-glyph__cut" d="m4 4 4 4M8 4 4 8" />
    </>
  ),
} as const
