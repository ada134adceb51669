const isApple = /mac|iphone|ipad/i.test(navigator.platform);

/** Opens the command menu. With a modifier, so it works while one types, too. */
export const FINDER_KEY = isApple
  ? { label: '⌘K', aria: 'Meta+K' }
  : { label: 'Ctrl K', aria: 'Control+K' };

/** Whether a key press asks for the command menu. */
export const asksForFinder = ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (isApple ? metaKey : ctrlKey) && !altKey && !shiftKey;
