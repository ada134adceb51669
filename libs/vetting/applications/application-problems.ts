import type { ApplicationInput } from './application.inputs.js';
import type { SkippableQuestion } from './application-answers.js';

const MAX_ISSUE_AREAS = 5;
type Check = (input: ApplicationInput) => string | undefined;

/** For each question that may be skipped: the check for a missing answer, and the field that reports it. */
const QUESTIONS: Readonly<
  Record<SkippableQuestion, { field: keyof ApplicationInput; isMissing: Check }>
> = {
  practices: {
    field: 'practices',
    isMissing: ({ practices, work }) => when(practices.length === 0 && work === ''),
  },
  issueAreas: { field: 'issueAreas', isMissing: ({ issueAreas }) => when(issueAreas.length === 0) },
  territory: {
    field: 'country',
    isMissing: ({ country, sharedTerritories }) => when(!country && sharedTerritories.length === 0),
  },
  hopes: { field: 'hopes', isMissing: ({ hopes }) => when(hopes === '') },
  known: { field: 'knownKind', isMissing: ({ knownKind }) => when(!knownKind) },
};

const when = (isMissing: boolean) => (isMissing ? 'missing' : undefined);

/** Returns missing answers and exceeded limits by field. The fields themselves are already valid. */
export function findApplicationProblems(input: ApplicationInput): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const [unsaid, { field, isMissing }] of Object.entries(QUESTIONS)) {
    const problem = input.unsaid.includes(unsaid as SkippableQuestion)
      ? undefined
      : isMissing(input);
    if (problem) problems[field] = problem;
  }
  const isTold = input.knownKind === 'someone' || input.knownKind === 'trace';
  if (isTold && input.known === '' && !input.unsaid.includes('known'))
    problems['known'] = 'missing';
  if (input.issueAreas.length > MAX_ISSUE_AREAS) problems['issueAreas'] = 'tooMany';
  if (!input.reach) problems['reach'] = 'missing';
  if (input.reach === 'email' && !input.email) problems['email'] = 'missing';
  return problems;
}
