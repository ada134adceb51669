import { useSyncExternalStore } from 'react';

function screen(query: string) {
  const media = matchMedia(query);
  const subscribe = (listener: () => void) => {
    media.addEventListener('change', listener);
    return () => media.removeEventListener('change', listener);
  };
  return () => useSyncExternalStore(subscribe, () => media.matches);
}

/** Whether the screen is wide enough for a list beside the open item. */
export const useTwoPanes = screen('(min-width: 1024px)');

/** Whether the screen is wide enough for four panes. */
export const useFourPanes = screen('(min-width: 1200px)');
