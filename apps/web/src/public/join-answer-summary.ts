import { createElement } from './join-problems';

/** Last page before sending: lists each answer with a link to its question. */
export function answerSummary(
  words: { checkTitle: string; checkLead: string; change: string; unsaid: string },
  sections: readonly HTMLElement[],
  onChange: (step: number) => void,
): HTMLElement {
  const rows = sections.map((section, step) => {
    const title = section.querySelector('h2')?.textContent ?? '';
    const change = createElement(
      'button',
      { type: 'button', className: 'btn btn--text btn--sm' },
      words.change,
    );
    change.append(createElement('span', { className: 'vh' }, `: ${title}`));
    change.addEventListener('click', () => onChange(step));
    const answer = createElement('dd', {}, answerOf(section) || '—');
    if (isUnsaid(section))
      answer.replaceChildren(createElement('i', { className: 'muted' }, words.unsaid));
    const head = createElement(
      'dt',
      { className: 'inline between' },
      createElement('span', {}, title),
      change,
    );
    return createElement('div', { className: 'qa' }, head, answer);
  });
  return createElement(
    'section',
    { className: 'stack join__q' },
    ...[
      createElement(
        'div',
        { className: 'stack stack--2' },
        createElement('h2', { className: 'h1', tabIndex: -1 }, words.checkTitle),
        createElement('p', { className: 'muted' }, words.checkLead),
      ),
      createElement('dl', {}, ...rows),
    ],
  );
}

const isUnsaid = (section: HTMLElement) =>
  section.querySelector('input[name=unsaid]:checked') !== null;

/** Answers of a question as readable text; a password is never shown. */
function answerOf(section: HTMLElement): string {
  const parts: string[] = [];
  for (const control of section.querySelectorAll<HTMLInputElement>('input,select,textarea')) {
    if (control.type === 'password' || !isSeen(control)) continue;
    const text = textOf(control);
    if (text) parts.push(text);
  }
  return [...new Set(parts)].join(' · ');
}

/** Whether the control is visible: inputs that belong to another option (`when-email`) are not. */
const isSeen = (control: HTMLElement) => {
  const part = control.closest<HTMLElement>('.when-told,.when-email');
  return part === null || getComputedStyle(part).display !== 'none';
};

function textOf(control: HTMLInputElement | HTMLSelectElement): string {
  if (control instanceof HTMLSelectElement) {
    return control.value ? (control.selectedOptions[0]?.text ?? '') : '';
  }
  if (!/radio|checkbox/.test(control.type)) return control.value.trim();
  return control.checked ? (control.nextElementSibling?.firstChild?.textContent?.trim() ?? '') : '';
}
