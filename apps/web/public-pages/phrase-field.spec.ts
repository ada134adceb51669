import { phraseErrorSummary, phraseField } from './phrase-field.js';

const TEXTS = { words: 'Palabras', hint: 'En orden', wrong: 'No abren nada', wait: 'Espera' };

describe('phraseField', () => {
  it('keeps the words of a refused attempt and marks them as wrong', () => {
    const refused = { problem: 'wrong', typed: ' mar sol <b> ' } as const;
    const { text } = phraseField('es', TEXTS, refused);
    expect(text).toContain('>\nmar sol &lt;b&gt;</textarea');
    expect(text).toContain('aria-invalid="true"');
    expect(text).toContain('aria-describedby="words-hint words-error"');
    const summary = phraseErrorSummary('es', TEXTS, refused)?.text;
    expect(summary).toContain('<h2>Revisa tus doce palabras</h2>');
    expect(summary).toContain('href="#words"');
  });

  it('keeps the words of an attempt too many without calling them wrong', () => {
    const refused = { problem: 'wait', typed: 'mar sol' } as const;
    const { text } = phraseField('es', TEXTS, refused);
    expect(text).toContain('>\nmar sol</textarea');
    expect(text).not.toContain('aria-invalid');
    expect(text).not.toContain('words-error');
    const summary = phraseErrorSummary('es', TEXTS, refused)?.text;
    expect(summary).toContain('<h2>Espera antes de probar otra vez</h2>');
    expect(summary).not.toContain('href');
  });

  it('starts empty and without a mark', () => {
    const { text } = phraseField('es', TEXTS);
    expect(text).toContain('>\n</textarea');
    expect(text).not.toContain('error');
    expect(phraseErrorSummary('es', TEXTS, undefined)).toBeUndefined();
  });
});
