import { createElement } from './join-problems';

type Words = Record<string, string | Record<string, string>>;
const text = (words: Words, key: string) => String(words[key] ?? '');

/** Progress bar of the form. `end` is shown at its end. */
export function progressBar(words: Words, step: number, total: number, end: Node): HTMLElement {
  const [before = '', between = '', after = ''] = text(words, 'progress').split('#');
  const said = `${before}${step}${between}${total}${after}`;
  const steps = createElement('div', { className: 'steps' });
  steps.setAttribute('role', 'img');
  steps.setAttribute('aria-label', said);
  for (let at = 1; at <= total; at++) {
    steps.append(createElement('i', { className: at < step ? 'on' : at === step ? 'now' : '' }));
  }
  const line = createElement(
    'div',
    { className: 'inline between xs muted join__line' },
    createElement('span', {}, said),
    end,
  );
  return createElement('div', { className: 'stack stack--2', id: 'progress' }, steps, line);
}

/** Switch to store the draft on this device or delete it. */
export function draftControl(
  words: Words,
  isKept: boolean,
  onChange: (isKept: boolean) => void,
): HTMLElement {
  const label = text(words, isKept ? 'remove' : 'keep');
  const button = createElement(
    'button',
    { type: 'button', className: 'btn btn--text btn--sm' },
    label,
  );
  button.addEventListener('click', () => onChange(!isKept));
  if (!isKept) return createElement('span', { className: 'inline' }, button);
  const kept = createElement('span', {}, text(words, 'kept'));
  return createElement('span', { className: 'inline join__kept' }, kept, button);
}
