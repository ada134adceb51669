import { html } from './html.js';

interface PhraseTexts {
  readonly words: string;
  readonly hint: string;
}

/** The field for the words of a recovery phrase, in a form without JavaScript. */
export const phraseField = ({ words, hint }: PhraseTexts, hasError: boolean) =>
  html`<div class="field${hasError && ' field--error'}">
    <label for="words">${words}</label>
    <span class="hint" id="words-hint">${hint}</span>
    <textarea
      class="input"
      id="words"
      name="words"
      rows="3"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      aria-describedby="words-hint"
      required
    ></textarea>
  </div>`;
