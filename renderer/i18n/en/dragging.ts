/** Stories that are dragged out of the list. */
export const dragging = {
  'dragging.tooMany': 'Drag {count, number} stories at most. Publish more of them together.',
  'dragging.drafts':
    '{count, plural, one {{slugs} goes as a draft without its photos: something stands in the way of publishing it.} other {# stories go as drafts without their photos, since something stands in the way of publishing them: {slugs}.}}',
} as const
