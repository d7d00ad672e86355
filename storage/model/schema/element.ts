/**
 * The part of a DOM element that parse rules read. The model has no DOM: the window hands it real elements,
 * tests hand it whatever has these members.
 */
export interface ElementLike {
  readonly textContent: string | null
  getAttribute(name: string): string | null
  querySelector(selector: string): ElementLike | null
}
