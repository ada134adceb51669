import type { CaseRequest } from './case-state.js';

/** The parts of the requests of a requester that the law compares. */

export const OWN_FIELDS = 'id stage viewerCan waitsForRequesterUntil questions { answeredAt }';

export interface OwnRow {
  readonly id: string;
  readonly stage: string;
  readonly viewerCan: readonly string[];
  readonly waitsForRequesterUntil: string | null;
  readonly questions: readonly { readonly answeredAt: string | null }[];
}

/** The actions of a requester that the law compares. */
const COMPARED = [
  ...['answerQuestion', 'changeContact', 'delete', 'exclude', 'keepOpen', 'reopen', 'withdraw'],
];

type ComparedRequest = Pick<CaseRequest, 'stage' | 'isOnHold' | 'questions'>;

const describeRow = (number: number, row: ComparedRequest, actions: readonly string[]): string => {
  const { stage, isOnHold, questions } = row;
  const clock = isOnHold ? 'time is on hold' : 'time runs';
  return `${number} ${stage}, ${clock}, ${actions.toSorted().join()}, ${questions.join()}`;
};

/** Describes a request of the product by its number in the model. */
export function describeOwn(number: number, row: OwnRow): string {
  const compared = {
    stage: row.stage as CaseRequest['stage'],
    isOnHold: row.waitsForRequesterUntil !== null,
    questions: row.questions.map(({ answeredAt }) => answeredAt !== null),
  };
  const actions = row.viewerCan.filter((action) => COMPARED.includes(action));
  return describeRow(number, compared, actions);
}

/** Describes a request of the model in the same way. */
export const describeModelled = (request: CaseRequest, actions: readonly string[]): string =>
  describeRow(request.number, request, actions);
