import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as Frame } from 'react-aria-components'
import './tabs.css'

export interface TabOf<Value extends string> {
  readonly value: Value
  readonly words: string
  /** Shown where it asks for work. */
  readonly count?: string | null
  /** What the count counts, for those who do not see where it stands. */
  readonly countName?: string
  readonly shortcut?: string
}

/** Tabs and the one panel that is chosen. */
export function Tabs<Value extends string>(props: {
  label: string
  tabs: readonly TabOf<Value>[]
  value: Value
  onChange: (value: Value) => void
  children: ReactNode
}) {
  return (
    <Frame
      className="tabs"
      selectedKey={props.value}
      onSelectionChange={(key) => {
        const tab = props.tabs.find((candidate) => candidate.value === key)
        if (tab !== undefined) props.onChange(tab.value)
      }}
    >
      <TabList className="tabs__list" aria-label={props.label}>
        {props.tabs.map((tab) => (
          <Tab key={tab.value} id={tab.value} className="tab">
            {tab.words}
            {typeof tab.count === 'string' && (
              <>
                <span className="tab__count" aria-hidden={tab.countName !== undefined}>
                  {tab.count}
                </span>
                {tab.countName !== undefined && <span className="visually-hidden"> {tab.countName}</span>}
              </>
            )}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={props.value} id={props.value} className="tabs__panel">
        {props.children}
      </TabPanel>
    </Frame>
  )
}
