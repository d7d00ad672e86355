import type { NodeViewConstructor } from 'prosemirror-view'
import { CaptionView } from './caption.ts'
import { FigureView } from './figure.ts'
import { LinkCardView } from './link-card.ts'
import { textBlock } from './text-block.ts'

const element = (name: string, node?: string) => (): HTMLElement => {
  const made = document.createElement(name)
  if (node !== undefined) made.dataset['node'] = node
  return made
}

/** How the nodes are shown that their schema alone does not say enough about. */
export const nodeViews: Readonly<Record<string, NodeViewConstructor>> = {
  headline: textBlock(element('h1', 'headline')),
  standfirst: textBlock(element('p', 'standfirst')),
  paragraph: textBlock(element('p')),
  subhead: textBlock((node) => document.createElement(node.attrs['level'] === 3 ? 'h3' : 'h2')),
  pull_quote: textBlock(element('aside', 'pull_quote')),
  figure: (node, view, getPos) => new FigureView(node, view, getPos),
  caption: (node) => new CaptionView(node),
  link_card: (node) => new LinkCardView(node),
}
