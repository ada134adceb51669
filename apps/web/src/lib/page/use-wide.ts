import { useSyncExternalStore } from 'react';

function screen(query: string) {
  const media = matchMedia(query);
  const subscribe = (listener: () => void) => {
    media.addEventListener('change', listener);
    return () => media.removeEventListener('change', listener);
  };
  return () => useSyncExternalStore(subscribe, () => media.matches);
}

/** Whether a list stands beside what is open. */
export const useTwoPanes = screen('(min-width: 1024px)');

/** Whether four panes stand side by side. */
export const useFourPanes = screen('(min-width: 1200px)');
