import { html, Html } from './html.js';
import { renderIcon } from './icons.js';

export interface PublicFormField {
  /** Used as both the id and the name of the input. */
  id: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  hint?: string;
  error?: string | undefined;
  value?: string | undefined;
  autocomplete?: string;
  maxLength: number;
}

/** Renders one form field: label, hint, error and input. */
export function renderFormField({ id, label, hint, error, ...input }: PublicFormField): Html {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const invalid = error ? ' aria-invalid="true"' : '';
  const isPlain = input.type === 'email' || input.type === 'password';
  return html`<div class="field${error && ' field--error'}">
    <label for="${id}">${label}</label>
    ${hint && html`<span class="hint" id="${id}-hint">${hint}</span>`}
    ${error && html`<span class="error" id="${id}-error">${renderIcon('alert', 's')}${error}</span>`}
    <input
      class="input"
      id="${id}"
      name="${id}"
      type="${input.type ?? 'text'}"
      value="${input.value ?? ''}"
      maxlength="${input.maxLength}"
      ${input.autocomplete && html`autocomplete="${input.autocomplete}"`}
      ${isPlain && html`autocapitalize="none" spellcheck="false"`}
      ${described && html`aria-describedby="${described}"`}${new Html(invalid)}
      required
    />
  </div>`;
}
