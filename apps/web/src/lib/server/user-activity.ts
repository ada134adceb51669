/** Requests within this time after the last input count as made by the person; later ones are background requests. */
const LASTS_MS = 60_000;
const INPUTS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'focus'];

/**
 * Watches for input, starting as if there had been input now. Returns a function that tells whether a request made now
 * is a background request, such as a refetch after a notice or by a timer. Background requests do not extend a session.
 */
export function watchUserActivity(
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

/** Header that marks a background request. */
export const BACKGROUND_HEADER = { 'x-trama-background': '1' };
