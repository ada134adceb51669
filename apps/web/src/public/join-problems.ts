/** Creates an element with children: `el('p', { className: 'xs' }, 'text', child)`. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const TITLE = document.title;

/** Container of a field, which shows its error. */
const boxOf = (field: string): HTMLElement | null => {
  const target = document.getElementById(field);
  return target?.closest<HTMLElement>('fieldset,.field') ?? null;
};

/** Control that a link of the error summary focuses. */
export function controlOfField(field: string): HTMLElement | null {
  const target = document.getElementById(field);
  if (!target?.matches('fieldset')) return target;
  return target.querySelector<HTMLElement>('input:checked') ?? target.querySelector('input');
}

export function clearFieldProblems(): void {
  document.title = TITLE.replace(/^[^:·]+: /, '');
  document.getElementById('problems')?.remove();
  for (const line of document.querySelectorAll('form .error')) line.remove();
  for (const box of document.querySelectorAll('.field--error')) {
    box.classList.remove('field--error');
    for (const control of box.querySelectorAll('[aria-invalid]'))
      control.removeAttribute('aria-invalid');
  }
}

interface Shown {
  readonly problems: readonly (readonly [field: string, text: string])[];
  readonly title: string;
  /** Prefix of the document title. */
  readonly error: string;
  readonly lead: string;
  /** Container of the error summary. */
  readonly place: Element;
  readonly onChoose: (field: string) => void;
}

/** Shows errors in a summary above the question and beside each field. The summary takes the focus. */
export function showFieldProblems({ problems, title, error, lead, place, onChoose }: Shown): void {
  clearFieldProblems();
  for (const [field, text] of problems) mark(field, text);
  const items = problems.map(([field, text]) => {
    const link = createElement('a', { href: `#${field}` }, text);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      onChoose(field);
    });
    return createElement('li', {}, link);
  });
  const box = createElement(
    'section',
    { className: 'errsum stack stack--1', id: 'problems', tabIndex: -1 },
    ...[
      createElement('h2', {}, title),
      createElement('p', {}, lead),
      createElement('ul', {}, ...items),
    ],
  );
  box.setAttribute('role', 'alert');
  place.prepend(box);
  document.title = `${error}: ${document.title}`;
  box.focus();
}

function mark(field: string, text: string): void {
  const box = boxOf(field);
  if (!box) return;
  box.classList.add('field--error');
  const line = createElement('span', { className: 'error', id: `${field}-error` }, text);
  const icon = document.querySelector<HTMLTemplateElement>('[data-alert]')?.content.cloneNode(true);
  if (icon) line.prepend(icon);
  const after = box.querySelector('.hint') ?? box.querySelector('legend,label');
  after?.after(line);
  const control = box.matches('fieldset') ? box : document.getElementById(field);
  control?.setAttribute('aria-describedby', line.id);
  if (control !== box) control?.setAttribute('aria-invalid', 'true');
}

/** Shows an error that belongs to no field, such as no network or too many attempts. */
export function showNotice(text: string, place: Element): void {
  clearFieldProblems();
  const box = createElement(
    'section',
    { className: 'errsum', id: 'problems', tabIndex: -1 },
    createElement('p', {}, text),
  );
  box.setAttribute('role', 'alert');
  place.prepend(box);
  box.focus();
}
