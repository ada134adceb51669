/** The pages of the form, in order, as in the URL. */
export const ASK_STEPS = [
  'danger',
  'kind',
  'goal',
  'tried',
  'whom',
  'readers',
  'languages',
  'reach',
  'check',
] as const;
export type AskStep = (typeof ASK_STEPS)[number];

export const isAskStep = (text: string | undefined): text is AskStep =>
  ASK_STEPS.some((step) => step === text);

/** State of a link from the check page to a page, after whose change the person returns to the check page. */
export const FROM_CHECK_PAGE = { isFromCheckPage: true };

export const isFromCheckPage = (state: unknown): boolean =>
  (state as Partial<typeof FROM_CHECK_PAGE> | null)?.isFromCheckPage === true;

export const askPath = (step: AskStep): string => `/support/ask/${step}`;

/** Without an account, nobody reads the work names of supporters, so that question is left out. */
export const askStepsFor = (standing: string): readonly AskStep[] =>
  standing === 'guest' ? ASK_STEPS.filter((step) => step !== 'readers') : ASK_STEPS;

export const stepAfter = (step: AskStep, steps: readonly AskStep[]): AskStep | undefined =>
  steps[steps.indexOf(step) + 1];
export const stepBefore = (step: AskStep, steps: readonly AskStep[]): AskStep | undefined =>
  steps[steps.indexOf(step) - 1];

/** Whether the first step comes before the second. */
export const isStepBefore = (first: AskStep, second: AskStep): boolean =>
  ASK_STEPS.indexOf(first) < ASK_STEPS.indexOf(second);
