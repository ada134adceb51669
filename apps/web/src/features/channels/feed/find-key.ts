/** From everywhere but a field, the key / takes the way to a search that the page shows. */
addEventListener('keydown', (event) => {
  const isTyping =
    event.target instanceof Element && event.target.matches('input, textarea, select');
  const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
  if (key !== '/' || ctrlKey || metaKey || altKey || defaultPrevented || isTyping) return;
  if (document.querySelector('dialog[open]')) return;
  const way = document.querySelector<HTMLElement>('main a[aria-keyshortcuts="/"]');
  if (!way) return;
  event.preventDefault();
  way.click();
});
