import { html, Html } from './html.js';
import { preferredLanguage } from './language.js';

describe('html template tag', () => {
  it('escapes values in text and in attributes', () => {
    const typed = `"><script>'&`;
    expect(html`<p title="${typed}">${typed}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;&#39;&amp;</p>',
    );
  });

  it('inserts HTML unchanged, joins lists and omits only missing values', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`);
    expect(html`${items}`.text).toBe('<li>a</li><li>&lt;b&gt;</li>');
    expect(html`${false}${undefined}${null}${0}${new Html('<hr>')}`.text).toBe('0<hr>');
  });
});

describe('preferredLanguage', () => {
  it('chooses the supported language with the highest weight, else Spanish', () => {
    expect(preferredLanguage('en;q=0.4, pt-BR;q=0.8, fr')).toBe('pt');
    expect(preferredLanguage('EN')).toBe('en');
    expect(preferredLanguage('en;q=0, fr')).toBe('es');
    expect(preferredLanguage(undefined)).toBe('es');
    expect(preferredLanguage(','.repeat(100_000))).toBe('es');
  });
});
