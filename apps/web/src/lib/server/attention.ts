/** How long after the person last touched the page its requests are theirs; later ones the page makes by itself. */
const LASTS_MS = 60_000;
const INPUTS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'focus'];

/**
 * Watches for input, beginning as if there had been some now. Gives whether a request made now is in the background: a
 * refetch after news, a clock of the page. The server lets those not extend a session.
 */
export function watchAttention(
  page: Pick<EventTarget, 'addEventListener'>,
  now = () => performance.now(),
): () => boolean {
  let lastAt = now();
  const touched = () => {
    lastAt = now();
  };
  for (const input of INPUTS) {
    page.addEventListener(input, touched, { capture: true, passive: true });
  }
  return () => now() - lastAt > LASTS_MS;
}

/** Marks a request as one that the page makes by itself. */
export const BACKGROUND = { 'x-trama-background': '1' };
