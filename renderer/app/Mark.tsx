/** The mark of Galley: a column of type and the pencil's stroke at its end. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 34 34" aria-hidden>
      <rect className="mark__sheet" x="4" y="4" width="26" height="26" />
      <path className="mark__lines" d="M10 11h14M10 15.5h14M10 20h14M10 24.5h8" />
      <path className="mark__stroke" d="M21.5 23v3" />
    </svg>
  )
}
