import { useSyncExternalStore } from 'react'

/** A value that the interface watches. */
export interface Store<Value> {
  readonly get: () => Value
  readonly subscribe: (listener: () => void) => () => void
}

/** A store whose value can be set. Setting the value it already has tells nobody. */
export class State<Value> implements Store<Value> {
  #value: Value
  readonly #listeners = new Set<() => void>()

  constructor(initial: Value) {
    this.#value = initial
  }

  readonly get = (): Value => this.#value

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  set(value: Value): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of [...this.#listeners]) listener()
  }

  update(change: (value: Value) => Value): void {
    this.set(change(this.#value))
  }
}

/** The value of a store, and a rendering whenever it changes. */
export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get)
}
