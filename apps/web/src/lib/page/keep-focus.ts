/** An element and what stood around it when the focus came. */
interface Step {
  readonly element: Element;
  readonly next: Element | null;
  readonly before: Element | null;
}

/** Never a field for text: on a phone it would bring up the keyboard. */
const STOPS = 'a[href], button, summary, [type=checkbox], [type=radio], [tabindex]:not(textarea)';

/** When what has the focus goes from the page (a row that was removed, a button that was answered), the focus goes to what stood beside it. */
export function keepFocus(): () => void {
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

/** From the element up to, and with, the page's main part. */
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

/** What took the place of the largest part that went, else what stood beside it, else where the new page begins. */
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

/** The element or the first stop in it that is not hidden: a hidden one takes no focus. */
function stopIn(element: Element): HTMLElement | undefined {
  const stops = element.matches(STOPS) ? [element] : [...element.querySelectorAll(STOPS)];
  return stops.find((one) => one.checkVisibility()) as HTMLElement | undefined;
}
