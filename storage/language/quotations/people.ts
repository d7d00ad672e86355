import type { FoundPerson, NamedPerson, Reference } from './grammar.ts'

/** A name given so far, as it grows fuller through the story. */
interface Known {
  name: string
  surname: string
  titles: Set<string>
  gender: 'he' | 'she' | null
  oblique: boolean
  /** Grows with every mention: the higher, the more recent. */
  mentioned: number
}

/** The people of a story, met in reading order. Resolves names, pronouns and titles to the fullest name given so far. */
export class People {
  readonly #bySurname = new Map<string, Known>()
  #clock = 0
  /** Whom the next pronoun means: who spoke last, or who was introduced since. */
  #meant: Known | null = null

  /**
   * Meets the people of one sentence: a first mention makes an entry, a later one makes it fuller.
   * Whom a sentence introduces alone, the next pronoun means.
   */
  meet(found: readonly FoundPerson[]): void {
    const isNew = found.map(({ person }) => !this.#bySurname.has(person.surname))
    for (const { person, doubtful } of found) this.#meet(person, doubtful)
    const surnames = new Set(found.map(({ person }) => person.surname))
    if (surnames.size === 1 && isNew[0] === true) {
      this.#meant = this.#bySurname.get(found[0]?.person.surname ?? '') ?? this.#meant
    }
  }

  #meet(person: NamedPerson, doubtful: boolean): void {
    this.#clock += 1
    const known = this.#bySurname.get(person.surname)
    if (known === undefined) {
      if (doubtful) return
      this.#bySurname.set(person.surname, {
        ...person,
        oblique: person.oblique === true,
        titles: new Set(person.titles),
        mentioned: this.#clock,
      })
      return
    }
    known.mentioned = this.#clock
    const oblique = person.oblique === true
    const fuller = person.name.length > known.name.length && (!oblique || known.oblique)
    if (person.name.includes(' ') && (fuller || (known.oblique && !oblique))) {
      known.name = person.name
      known.oblique = oblique
    }
    for (const title of person.titles) known.titles.add(title)
    known.gender ??= person.gender
  }

  /** The name that a mention stands for, or null. A speaker found this way is whom the next pronoun means. */
  resolve(reference: Reference): string | null {
    const known = this.#find(reference)
    if (known === null) return null
    this.#clock += 1
    known.mentioned = this.#clock
    this.#meant = known
    if (reference.kind === 'pronoun') known.gender ??= reference.gender
    return known.name
  }

  /** Whom a name stands for, without taking it for a name when the story has not given it. */
  resolveKnown(reference: Reference): string | null {
    if (reference.kind !== 'name' || !this.#bySurname.has(reference.person.surname)) return null
    return this.resolve(reference)
  }

  #find(reference: Reference): Known | null {
    switch (reference.kind) {
      case 'name':
        if (reference.alone) this.#meet(reference.person, false)
        return this.#bySurname.get(reference.person.surname) ?? null
      case 'pronoun':
        return this.#byPronoun(reference.gender)
      case 'role':
        return this.#byRole(reference.titles)
      case 'roleOrName':
        return this.#byRoleOrName(reference.person)
      case 'group':
        return null
    }
  }

  #byPronoun(gender: 'he' | 'she' | null): Known | null {
    const fits = (known: Known): boolean => gender === null || known.gender === null || known.gender === gender
    if (this.#meant !== null && fits(this.#meant)) return this.#meant
    return this.#latest(fits)
  }

  /** Somebody known by that name, else by that role, else somebody new whose role is all that is known. */
  #byRoleOrName(person: NamedPerson): Known | null {
    const known = this.#bySurname.get(person.surname) ?? this.#byRole(person.titles)
    if (known === null) this.#meet(person, false)
    return known ?? this.#bySurname.get(person.surname) ?? null
  }

  #byRole(titles: ReadonlySet<string>): Known | null {
    return this.#latest((known) => [...titles].some((title) => known.titles.has(title)))
  }

  #latest(fits: (known: Known) => boolean): Known | null {
    let best: Known | null = null
    for (const known of this.#bySurname.values()) {
      if (fits(known) && (best === null || known.mentioned > best.mentioned)) best = known
    }
    return best
  }
}
