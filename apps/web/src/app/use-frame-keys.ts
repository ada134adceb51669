import { useEffect } from 'react';
import { asksForFinder } from '../lib/page/keys';
import { showOverlay } from '../lib/page/overlay';

/** The keys that work on every page. */
export function useFrameKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!asksForFinder(event)) return;
      event.preventDefault(); // some browsers go to their own search field
      if (!document.querySelector('dialog[open]')) showOverlay('finder');
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}
