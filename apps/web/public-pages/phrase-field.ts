import { html, Html } from './html.js';
import { renderIcon } from './icons.js';
import type { Language } from './language.js';
import { errorSummary } from './page-layout.js';

export type PhraseProblem = 'wrong' | 'wait';

/** A refused attempt. The page keeps the typed words, so that one of them can be corrected. */
export interface RefusedPhrase {
  readonly problem: PhraseProblem;
  readonly typed: string;
}

interface PhraseTexts extends Readonly<Record<PhraseProblem, string>> {
  readonly words: string;
  readonly hint: string;
}

interface ProblemTexts {
  /** Headings of the error summary. */
  readonly titles: Readonly<Record<PhraseProblem, string>>;
  readonly field: string;
}

const PROBLEM_TEXTS: Record<Language, ProblemTexts> = {
  es: {
    titles: { wrong: 'Revisa tus doce palabras', wait: 'Espera antes de probar otra vez' },
    field: 'Mira cada palabra y su orden',
  },
  pt: {
    titles: { wrong: 'Confira suas doze palavras', wait: 'Espere antes de tentar de novo' },
    field: 'Olhe cada palavra e a ordem',
  },
  en: {
    titles: { wrong: 'Check your twelve words', wait: 'Wait before you try again' },
    field: 'Look at each word and the order',
  },
};

/** The field for the words of a recovery phrase, in a form without JavaScript. */
export function phraseField(
  language: Language,
  { words, hint }: PhraseTexts,
  refused?: RefusedPhrase,
): Html {
  const isWrong = refused?.problem === 'wrong';
  const described = isWrong ? 'words-hint words-error' : 'words-hint';
  const error = html`<span class="error" id="words-error"
    >${renderIcon('alert', 's')}${PROBLEM_TEXTS[language].field}</span
  >`;
  return html`<div class="field${isWrong && ' field--error'}">
    <label for="words">${words}</label>
    <span class="hint" id="words-hint">${hint}</span>
    ${isWrong && error}
    <textarea
      class="input"
      id="words"
      name="words"
      rows="3"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      aria-describedby="${described}"
      ${isWrong && new Html('aria-invalid="true"')}
      required
    >
${refused?.typed.trim()}</textarea>
  </div>`;
}

/** Says above the form why the phrase was refused. */
export function phraseErrorSummary(
  language: Language,
  texts: PhraseTexts,
  refused: RefusedPhrase | undefined,
): Html | undefined {
  if (!refused) return undefined;
  const { problem } = refused;
  const link = problem === 'wrong' ? { field: 'words' } : {};
  const title = PROBLEM_TEXTS[language].titles[problem];
  return errorSummary(language, [{ ...link, text: texts[problem] }], title);
}
