import { canSummarise } from './can-summarise.js';
import { partsWithText, presetParts, summaryText } from './summary-text.js';

const parts = partsWithText([
  { id: 'kind', label: 'Tema', lines: ['Cuidado digital'] },
  { id: 'goal', label: 'Qué busco', lines: ['Cuidar las cuentas.', undefined] },
  { id: 'tried', label: 'Qué probé', lines: [null, '', false] },
  { id: 'replies', label: 'Respuestas', lines: ['Hola.', 'Suerte.'] },
  { id: 'name', label: 'Nombre', lines: ['Rosa'] },
  { id: 'contact', label: 'Contacto', lines: ['rosa@example.org'] },
  { id: 'supporter', label: 'Quién contestó', lines: ['Teresa N.'] },
]);

describe('the summary of a request', () => {
  it('leaves out parts without a text', () => {
    expect(parts.map(({ id }) => id)).not.toContain('tried');
    expect(parts.find(({ id }) => id === 'goal')?.lines).toEqual(['Cuidar las cuentas.']);
  });

  it('contains no name and no contact until the requester adds them', () => {
    const preset = presetParts(parts);
    expect(summaryText(parts, preset)).not.toMatch(/Rosa|example\.org|Teresa/i);
    const all = summaryText(parts, [...preset, 'name', 'contact', 'supporter']);
    for (const text of ['Rosa', 'rosa@example.org', 'Teresa N.']) expect(all).toContain(text);
  });

  it('shows the chosen parts in their order, each with its label', () => {
    expect(summaryText(parts, ['replies', 'kind'])).toBe(
      'TEMA\nCuidado digital\n\nRESPUESTAS\nHola.\n\nSuerte.\n',
    );
  });

  it('the summary is empty if no part is chosen', () => {
    expect(summaryText(parts, [])).toBe('');
  });
});

it.each([
  ['a request that waits', { stage: 'waiting' }, [false, true]],
  ['a request that a supporter reads', { stage: 'claimed' }, [false, true]],
  [
    'a request whose requester is asked',
    { stage: 'claimed', waitsForRequesterUntil: '2031-05-08T00:00:00Z' },
    [false, false],
  ],
  ['an accepted case', { stage: 'accepted' }, [false, false]],
  ['a request that nobody can take', { stage: 'waiting', isWithoutSupporter: true }, [true, true]],
  ['an ended request', { stage: 'closed', destroyedAt: '2031-06-01T00:00:00Z' }, [true, true]],
] as const)(
  'decides whether to offer a summary of %s before and after the answer is due',
  (_, changed, offered) => {
    const dueAt = '2031-05-01T00:00:00Z';
    const flags = { isWithoutSupporter: false, hasOneCandidate: false };
    const one = { ...flags, dueAt, destroyedAt: null, waitsForRequesterUntil: null };
    const at = [-1, 1].map((ms) => canSummarise({ ...one, ...changed }, Date.parse(dueAt) + ms));
    expect(at).toEqual(offered);
  },
);
