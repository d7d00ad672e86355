/**
 * The style of the published page. Colours and measures are the page's own: it leaves the house and must not depend on
 * the application's. Logical properties only, so that a right-to-left story mirrors itself.
 */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1d1c1a; --ink-2: #4a4741; --ink-3: #656158; --line: #e6e3dc; --edge: #878276; --link: #1b4f93; --desk: #a52818; --said: #4f9a93; --copy: 1.1875rem; --lead: 1.63; }
@media (prefers-color-scheme: dark) { :root { --paper: #1f1e1c; --ink: #eceae3; --ink-2: #c2beb3; --ink-3: #a7a296; --line: #393731; --edge: #858175; --link: #97bff2; --desk: #f39487; --said: #3a847b; } }
:root:lang(fa), :root:lang(ar) { --lead: 1.9; }
:root[data-size="md"] { --copy: 1.1875rem; }
:root[data-size="xs"] { --copy: 1rem; }
:root:has(#size-xs:checked) { --copy: 1rem; }
:root[data-size="sm"] { --copy: 1.09375rem; }
:root:has(#size-sm:checked) { --copy: 1.09375rem; }
:root[data-size="lg"] { --copy: 1.375rem; }
:root:has(#size-lg:checked) { --copy: 1.375rem; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font-family: "Source Serif 4", "Source Serif Pro", "Noto Serif Armenian", "Noto Naskh Arabic", "Noto Serif", Georgia, serif; overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, input:focus-visible + span { outline: 2px solid var(--link); outline-offset: 2px; }
.ui, figcaption, .mast, .skip, .card, .originals { font-family: Inter, "Noto Sans Armenian", Vazirmatn, "Noto Sans Arabic", "Noto Sans", system-ui, sans-serif; }
.skip { position: absolute; inset-block-start: -4rem; inset-inline-start: 1rem; z-index: 1; padding: .5rem .875rem; border-radius: 5px; background: var(--ink); color: var(--paper); text-decoration: none; font-size: .875rem; }
.skip:focus { inset-block-start: .625rem; }
.mast { border-block-end: 1px solid var(--line); }
.mast p { max-inline-size: 43.125rem; margin: 0 auto; padding: 1.125rem 1.5rem; font: 600 1.3125rem/1 "Source Serif 4", "Source Serif Pro", "Noto Serif Armenian", "Noto Naskh Arabic", "Noto Serif", Georgia, serif; }
article { display: grid; grid-template-columns: minmax(0, 43.125rem); justify-content: center; column-gap: 2.75rem; padding: 2.125rem 1.5rem 4rem; }
.desk { margin: 0 0 .5rem; color: var(--desk); font-size: .8125rem; font-weight: 500; }
h1 { margin: 0; font-size: clamp(1.875rem, 5vw, 2.6875rem); line-height: 1.15; font-weight: 600; text-wrap: balance; }
:root:lang(fa) h1, :root:lang(ar) h1 { line-height: 1.5; }
.head { margin-block-end: 1.375rem; } .standfirst { margin: .75rem 0 0; color: var(--ink-2); font-size: 1.25rem; line-height: 1.45; text-wrap: pretty; }
.rail { margin: 0 0 1.5rem; padding-block-start: .625rem; border-block-start: 2px solid var(--ink); color: var(--ink-2); font-size: .8125rem; line-height: 1.5; }
.rail dl { margin: 0; } .rail dt { margin-block-start: .75rem; color: var(--ink-3); font-size: .75rem; } .rail dt:first-child { margin-block-start: 0; } .rail dd { margin: 0; } .rail b { font-weight: 500; color: var(--ink); }
.rail dd a { display: inline-block; min-block-size: 1.5rem; }
.sizes { margin: .75rem 0 0; padding: 0; border: 0; } .sizes legend { padding: 0; color: var(--ink-3); font-size: .75rem; }
.sizes div { display: inline-flex; direction: ltr; margin-block-start: .3125rem; border: 1px solid var(--edge); border-radius: 5px; overflow: clip; }
.sizes label { position: relative; display: block; } .sizes label + label { border-inline-start: 1px solid var(--edge); }
.sizes input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0; opacity: 0; cursor: pointer; }
.sizes span { display: block; min-inline-size: 2.5rem; padding: .5rem .25rem; text-align: center; font-size: .75rem; line-height: 1rem; }
.sizes input:checked + span { background: var(--ink); color: var(--paper); } .sizes input:focus-visible + span { outline-offset: -4px; outline-color: currentcolor; }
.body p, .body li { font-size: var(--copy); line-height: var(--lead); text-wrap: pretty; } .body p { margin: 0 0 1.125rem; }
.body h2 { margin: 2rem 0 .75rem; font-size: calc(var(--copy) * 1.25); line-height: 1.3; } .body h3 { margin: 1.5rem 0 .5rem; font-size: calc(var(--copy) * 1.05); line-height: 1.35; }
.dateline { font-family: Inter, "Noto Sans Armenian", Vazirmatn, "Noto Sans", system-ui, sans-serif; font-size: .82em; font-weight: 500; letter-spacing: .02em; }
:lang(en) .dateline, :lang(ru) .dateline { text-transform: uppercase; letter-spacing: .05em; font-size: .74em; }
figure { margin: 0 0 1.375rem; } figure img { display: block; inline-size: 100%; block-size: auto; }
.body figcaption { margin-block-start: .5625rem; color: var(--ink-2); font-size: .8125rem; line-height: 1.5; } figcaption small { color: var(--ink-3); font-size: 1em; }
.wide { margin-inline: calc(-1 * min(2.75rem, max(0px, (100vw - 49rem) / 2))); } .inset { inline-size: min(100%, 20rem); }
blockquote { margin: 0 0 1.125rem; padding-inline-start: 1.125rem; border-inline-start: 3px solid var(--said); } .quoted blockquote { margin-block-end: 0; }
.pull blockquote { border: 0; padding: .5rem 0; } .body .pull p { margin: 0; font-size: calc(var(--copy) * 1.4); line-height: 1.35; }
.original { margin: 0 0 1.125rem; padding-inline-start: .75rem; border-inline-start: 2px solid var(--said); color: var(--ink-3); font-size: .8125rem; } .body .original p { margin: 0; font-size: .8125rem; line-height: 1.45; } .body .original p:first-child { margin-block-end: .25rem; color: var(--ink-2); font-family: "Source Serif 4", "Source Serif Pro", "Noto Serif Armenian", "Noto Naskh Arabic", "Noto Serif", Georgia, serif; font-size: .9375rem; }
hr { inline-size: 4rem; margin: 2rem auto; border: 0; border-block-start: 1px solid var(--edge); }
.notice { margin: 2rem 0 0; padding-block-start: .75rem; border-block-start: 2px solid var(--ink); } .notice h2 { margin: 0 0 .5rem; font-size: 1.125rem; }
@media (min-width: 74rem) {
  article { grid-template-columns: 12rem minmax(0, 43.125rem) 12rem; } .head, .body { grid-column: 2; } .rail { grid-column: 1; grid-row: 2; align-self: start; } .body { grid-row: 2; }
  .mast p { padding-inline: 0; } .translated { position: relative; } .originals { position: absolute; inset-block-start: .375rem; inset-inline-start: calc(100% + 2.75rem); inline-size: 12rem; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --ink-2: #000; --ink-3: #333; --line: #999; --copy: 11pt; } .skip, .sizes { display: none; }
  article { display: block; padding: 0; } h1, h2, h3, figcaption { break-after: avoid; } figure, blockquote { break-inside: avoid; } .body a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .8em; }
}
`
  .replace(/\n\s*/g, '\n')
  .trim()

/** Remembers the size of the text. The choice itself works without it. */
export const pageScript = `
(function () {
  var key = 'galley.text-size', sizes = document.querySelectorAll('input[name="text-size"]')
  function stored() { try { return localStorage.getItem(key) } catch (error) { return null } }
  function keep(size) { try { localStorage.setItem(key, size) } catch (error) { return } }
  sizes.forEach(function (input) {
    if (input.value === stored()) input.checked = true
    input.addEventListener('change', function () { if (input.checked) { document.documentElement.dataset.size = input.value; keep(input.value) } })
    if (input.checked) document.documentElement.dataset.size = input.value
  })
})()
`
  .replace(/\n\s*/g, '\n')
  .trim()
