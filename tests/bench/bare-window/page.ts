// A page with nothing to wait for.
requestAnimationFrame(() => {
  performance.mark('ready')
  document.documentElement.dataset['ready'] = 'true'
})
