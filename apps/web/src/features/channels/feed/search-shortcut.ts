import { actionForKey } from '../../../lib/page/keyboard-shortcuts';

/** The search shortcut opens the search that the current page links to. */
addEventListener('keydown', (event) => {
  if (actionForKey(event) !== 'find') return;
  const way = document.querySelector<HTMLElement>('a[data-key=find]');
  if (!way) return;
  event.preventDefault();
  way.click();
});
