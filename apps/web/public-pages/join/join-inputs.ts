import { html, Html } from '../html.js';
import { renderIcon } from '../icons.js';

/** Submitted values by input name; a list for inputs with several choices. */
export type JoinValues = Readonly<Record<string, string | readonly string[] | undefined>>;
/** Error texts by input name. */
export type JoinErrors = Readonly<Record<string, string>>;

/** Submitted values and their errors, as the inputs read them. */
export class JoinAnswers {
  constructor(
    private readonly values: JoinValues,
    private readonly errors: JoinErrors,
  ) {}

  text(name: string): string {
    const value = this.values[name];
    return typeof value === 'string' ? value : '';
  }

  has(name: string, option: string): boolean {
    const value = this.values[name];
    return typeof value === 'string' ? value === option : (value ?? []).includes(option);
  }

  /** Returns the submitted value of a hidden input, or an empty string if the server rejected the value. */
  kept(name: string): string {
    return this.errors[name] === undefined ? this.text(name) : '';
  }

  error(name: string): string | undefined {
    return this.errors[name];
  }
}

interface Option {
  value: string;
  label: string;
  note?: string;
  isPlain?: boolean;
}

/** Renders a radio button or a checkbox with its label. */
export function choiceInput(
  answers: JoinAnswers,
  type: 'radio' | 'checkbox',
  name: string,
  { value, label, note, isPlain }: Option,
): Html {
  const checked = new Html(answers.has(name, value) ? ' checked' : '');
  return html`<label class="choice${isPlain && ' choice--plain'}"
    ><input type="${type}" name="${name}" value="${value}" ${checked} /><span
      >${label}${note && html`<small class="xs">${note}</small>`}</span
    ></label
  >`;
}

interface Group {
  /** Id of the group; the link in the error summary points to it. */
  id: string;
  legend: string;
  isHidden?: boolean;
  note?: string;
  isGrid?: boolean;
}

/** Renders a question with its options. */
export function questionGroup(answers: JoinAnswers, of: Group, options: readonly Html[]): Html {
  const error = answers.error(of.id);
  const described = error && html` aria-describedby="${of.id}-error"`;
  return html`<fieldset
    class="field field--choices${error && ' field--error'}"
    id="${of.id}"
    ${described}
  >
    <legend class="${of.isHidden && 'vh'}">
      ${of.legend} ${of.note && html`<span class="muted optional">${of.note}</span>`}
    </legend>
    ${errorLine(of.id, error)} ${of.isGrid ? html`<div class="grid2">${options}</div>` : options}
  </fieldset>`;
}

interface Input {
  name: string;
  label: string;
  hint?: string;
  note?: string;
  maxLength?: number;
}

/** Renders label, hint and error around the input that `control` creates. */
function labelled(answers: JoinAnswers, of: Input, control: (attributes: Html) => Html): Html {
  const error = answers.error(of.name);
  const described = [of.hint && `${of.name}-hint`, error && `${of.name}-error`].filter(Boolean);
  const attributes = html`id="${of.name}" name="${of.name}"
  ${described.length > 0 && html`aria-describedby="${described.join(' ')}"`}
  ${error && html`aria-invalid="true"`}`;
  return html`<div class="field${error && ' field--error'}" data-field="${of.name}">
    <label for="${of.name}"
      >${of.label} ${of.note && html`<span class="muted optional">${of.note}</span>`}</label
    >
    ${of.hint && html`<span class="hint" id="${of.name}-hint">${of.hint}</span>`}
    ${errorLine(of.name, error)} ${control(attributes)}
  </div>`;
}

const errorLine = (name: string, error: string | undefined) =>
  error && html`<span class="error" id="${name}-error">${renderIcon('alert', 's')}${error}</span>`;

export function textInput(
  answers: JoinAnswers,
  of: Input & { type?: string; fill?: string },
): Html {
  return labelled(
    answers,
    of,
    (attributes) =>
      html`<input
        class="input"
        type="${of.type ?? 'text'}"
        value="${answers.text(of.name)}"
        maxlength="${of.maxLength ?? 254}"
        autocomplete="${of.fill ?? 'off'}"
        ${of.type && html`autocapitalize="none" spellcheck="false"`}
        ${attributes}
      />`,
  );
}

/**
 * Renders a text area without a maximum length, so that a text that is too long is not cut off: the server reports the
 * error.
 */
export function textArea(answers: JoinAnswers, of: Input): Html {
  return labelled(
    answers,
    of,
    (attributes) =>
      html`<textarea class="input" rows="4" ${attributes}>
${new Html('\n')}${answers.text(of.name)}</textarea>`,
  );
}

export interface SelectOptionGroup {
  label?: string;
  options: readonly { id: string; name: string }[];
}

export function selectInput(
  answers: JoinAnswers,
  of: Input & { empty: string },
  parts: readonly SelectOptionGroup[],
) {
  const option = ({ id, name }: { id: string; name: string }) =>
    html`<option value="${id}" ${new Html(answers.has(of.name, id) ? ' selected' : '')}>
      ${name}
    </option>`;
  const group = ({ label, options }: SelectOptionGroup) =>
    label
      ? html`<optgroup label="${label}">${options.map(option)}</optgroup>`
      : options.map(option);
  return labelled(
    answers,
    of,
    (attributes) =>
      html`<select class="input" ${attributes}>
        <option value="">${of.empty}</option>
        ${parts.map(group)}
      </select>`,
  );
}
