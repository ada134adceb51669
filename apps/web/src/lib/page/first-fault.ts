let submitted: HTMLFormElement | undefined;

addEventListener('submit', ({ target }) => (submitted = target as HTMLFormElement), true);

/**
 * The form from which an act starts, asked once for each submit: Safari gives the focus to no button, so that the
 * focus alone does not tell. After a confirmation in a dialog it is the form that has the focus back.
 */
export function takeSubmittedForm(): HTMLFormElement | undefined {
  const form = submitted;
  submitted = undefined;
  return form;
}

const FAULT = '[aria-invalid=true], .field--error :is(input, select, textarea, button)';

/** Focuses the first invalid field of the form, with its label in view; without one, shows why the form was refused. */
export function showFirstFault(from: HTMLFormElement | undefined): void {
  const form = from?.isConnected ? from : document.activeElement?.closest('form');
  // A summary of the errors takes the focus itself.
  if (!form || form.querySelector('.errsum')) return;
  const fault = form.querySelector<HTMLElement>(FAULT);
  fault?.focus({ preventScroll: true });
  const shown = fault?.closest('.field') ?? fault ?? form.querySelector('[role=alert]');
  shown?.scrollIntoView({ block: 'nearest' });
}
