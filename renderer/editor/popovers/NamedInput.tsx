/** A field of a form row with its name inside, before the text. */
export function NamedInput(props: {
  name: string
  value: string
  onChange: (text: string) => void
  /** When false, the name is only read aloud and stands in the field while it is empty. */
  isNamed?: boolean
  isWrong?: boolean
  lang?: string
  maxLength?: number
}) {
  const isNamed = props.isNamed ?? true
  return (
    <label className="named-input" data-wrong={props.isWrong === true}>
      {isNamed && <span className="named-input__name">{props.name}</span>}
      <input
        type="text"
        aria-label={isNamed ? undefined : props.name}
        aria-invalid={props.isWrong === true ? true : undefined}
        placeholder={isNamed ? undefined : props.name}
        value={props.value}
        lang={props.lang}
        dir="auto"
        maxLength={props.maxLength ?? 500}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  )
}
