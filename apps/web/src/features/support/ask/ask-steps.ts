/** The pages of the form, in order, as they stand in the address. */
export const ASK_STEPS = [
  'danger',
  'kind',
  'goal',
  'tried',
  'readers',
  'languages',
  'reach',
  'check',
] as const;
export type AskStep = (typeof ASK_STEPS)[number];

export const isAskStep = (text: string | undefined): text is AskStep =>
  ASK_STEPS.some((step) => step === text);

export const askPath = (step: AskStep): string => `/support/ask/${step}`;

/** The page after this one; undefined after the last. */
export const stepAfter = (step: AskStep): AskStep | undefined =>
  ASK_STEPS[ASK_STEPS.indexOf(step) + 1];
export const stepBefore = (step: AskStep): AskStep | undefined =>
  ASK_STEPS[ASK_STEPS.indexOf(step) - 1];
