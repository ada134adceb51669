import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

// Scroll positions by page. They are in memory only, so that no record of visited pages stays on the device.
const places = new Map<string, number>();

/** A new page starts at the top and takes the focus. Back navigation restores the scroll position. */
export function useScrollRestoration(): void {
  const { key, pathname } = useLocation();
  const kind = useNavigationType();
  const last = useRef(pathname);
  useEffect(() => {
    const remember = () => places.set(key, scrollY);
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [key]);
  useEffect(() => {
    history.scrollRestoration = 'manual';
    if (kind === 'POP') return returnTo(places.get(key) ?? 0);
    if (last.current !== pathname) {
      scrollTo(0, 0);
      document.getElementById('main')?.focus({ preventScroll: true });
    }
    last.current = pathname;
    return undefined;
  }, [key, kind, pathname]);
}

/** Scrolls to `y` once the page is tall enough; gives up after two seconds. */
function returnTo(y: number): () => void {
  const end = performance.now() + 2000;
  let frame = 0;
  const step = () => {
    scrollTo(0, y);
    if (Math.abs(scrollY - y) > 2 && performance.now() < end) frame = requestAnimationFrame(step);
  };
  step();
  return () => cancelAnimationFrame(frame);
}
