import { el } from './join-problems';

/** Last page before sending: lists each answer with a link to its question. */
export function answerSummary(
  words: { checkTitle: string; checkLead: string; change: string; unsaid: string },
  sections: readonly HTMLElement[],
  onChange: (step: number) => void,
): HTMLElement {
  const rows = sections.map((section, step) => {
    const title = section.querySelector('h2')?.textContent ?? '';
    const change = el(
      'button',
      { type: 'button', className: 'btn btn--text btn--sm' },
      words.change,
    );
    change.append(el('span', { className: 'vh' }, `: ${title}`));
    change.addEventListener('click', () => onChange(step));
    const answer = el('dd', {}, answerOf(section) || '—');
    if (isUnsaid(section)) answer.replaceChildren(el('i', { className: 'muted' }, words.unsaid));
    const head = el('dt', { className: 'inline between' }, el('span', {}, title), change);
    return el('div', { className: 'qa' }, head, answer);
  });
  return el(
    'section',
    { className: 'stack join__q' },
    ...[
      el(
        'div',
        { className: 'stack stack--2' },
        el('h2', { className: 'h1', tabIndex: -1 }, words.checkTitle),
        el('p', { className: 'muted' }, words.checkLead),
      ),
      el('dl', {}, ...rows),
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
