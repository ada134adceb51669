let submitted: HTMLFormElement | undefined;

addEventListener('submit', ({ target }) => (submitted = target as HTMLFormElement), true);

/**
 * Returns the form of the last submit, once per submit. The focused element does not identify the form: Safari does not
 * focus a clicked button, and after a confirmation dialog the focus returns to the form.
 */
export function takeSubmittedForm(): HTMLFormElement | undefined {
  const form = submitted;
  submitted = undefined;
  return form;
}

const INVALID_FIELD = '[aria-invalid=true], .field--error :is(input, select, textarea, button)';

/**
 * Focuses the first invalid field of the form and scrolls its label into view. If there is none, scrolls to the error
 * message of the form, or of the page if the button that failed is in no form.
 */
export function focusFirstInvalidField(from: HTMLFormElement | undefined): void {
  const form = from?.isConnected ? from : document.activeElement?.closest('form');
  const scope = form ?? document.getElementById('main');
  // An error summary takes the focus itself.
  if (scope?.querySelector('.errsum')) return;
  const fault = form?.querySelector<HTMLElement>(INVALID_FIELD);
  fault?.focus({ preventScroll: true });
  const shown = fault?.closest('.field') ?? fault ?? scope?.querySelector('[role=alert]');
  // The message of a group that is taller than the screen may still be above it.
  for (const part of [shown, shown?.querySelector('.error')])
    part?.scrollIntoView({ block: 'nearest' });
}
