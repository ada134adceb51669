/** An ancestor of the focused element, with its siblings at the time of focus. */
interface Step {
  readonly element: Element;
  readonly next: Element | null;
  readonly before: Element | null;
}

/** Excludes text fields: on a phone, focusing one would open the keyboard. */
const FOCUSABLE =
  'a[href], button, summary, [type=checkbox], [type=radio], [tabindex]:not(textarea)';

/**
 * When the page removes the focused element (a deleted row, an answered button), moves the focus to a neighbour of that
 * element.
 */
export function restoreLostFocus(): () => void {
  let path: Step[] = [];
  const note = ({ target }: FocusEvent) => (path = pathOf(target));
  const look = () => {
    if (path.length === 0 || path[0]!.element.isConnected) return;
    const lost = path;
    path = [];
    if (document.activeElement === document.body) successor(lost)?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', note);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', note);
  };
}

/** Lists the element and its ancestors up to and including the main element. */
function pathOf(target: EventTarget | null): Step[] {
  const path: Step[] = [];
  let element = target instanceof Element ? target : null;
  while (element && element !== document.body) {
    path.push({
      element,
      next: element.nextElementSibling,
      before: element.previousElementSibling,
    });
    if (element.id === 'main') return path;
    element = element.parentElement;
  }
  return path;
}

/**
 * Finds the next focus target: the replacement of the largest removed ancestor, else a sibling of it, else the main
 * element.
 */
function successor(lost: readonly Step[]): HTMLElement | null {
  const main = document.getElementById('main');
  const at = lost.findLastIndex(({ element }) => !element.isConnected);
  const gone = lost[at];
  if (!gone || gone.element.id === 'main') return main;
  const instead = gone.before?.isConnected
    ? gone.before.nextElementSibling
    : lost[at + 1]?.element.firstElementChild;
  for (const one of [instead, gone.next, gone.before]) {
    const stop = one && main?.contains(one) && stopIn(one);
    if (stop) return stop;
  }
  return main;
}

/** Returns the element or the first visible focusable element in it. A hidden element cannot take the focus. */
function stopIn(element: Element): HTMLElement | undefined {
  const stops = element.matches(FOCUSABLE) ? [element] : [...element.querySelectorAll(FOCUSABLE)];
  return stops.find((one) => one.checkVisibility()) as HTMLElement | undefined;
}
