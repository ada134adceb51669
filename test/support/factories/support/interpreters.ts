import type { TestApp } from '../../app/app.js';
import { apiAs, type Requester } from '../../app/client.js';
import { makePerson, type Person } from '../make-people.js';
import { askForSupport, makeSupporter, supporterActions } from '../support-requests.js';
import { callActions, setHours } from './calls.js';

const [SPANISH, PORTUGUESE] = ['language:es', 'language:pt'];
const INTERPRETING = 'isNeeded isWithout interpreter { id name languages isAgreed }';
const CALLS =
  '{ myInterpretedCalls { id startsAt endsAt interpreterZone languages link linkShownFrom calendarFile } }';
const VOLUNTEER = `mutation ($input: InterpreterInput!) {
  volunteerAsInterpreter(input: $input) { name restingSince } }`;
const FIND = `mutation ($id: ID!) { findInterpreter(requestId: $id) { ${INTERPRETING} } }`;
const CHOOSE = `mutation ($input: InterpreterChoiceInput!) {
  chooseInterpreter(input: $input) { ${INTERPRETING} } }`;

/** Actions of an interpreter. */
export const interpreterActions = (who: Requester) => ({
  volunteer: async (name = 'Davi') =>
    (await apiAs(who).ask(VOLUNTEER, { input: { name } })).volunteerAsInterpreter,
  rest: (isResting: boolean) =>
    apiAs(who).ask(
      'mutation ($isResting: Boolean!) { restFromInterpreting(isResting: $isResting) { restingSince } }',
      { isResting },
    ),
  stop: () => apiAs(who).ask('mutation { stopInterpreting }'),
  own: async () =>
    (await apiAs(who).ask('{ myInterpreting { name restingSince } }')).myInterpreting,
  calls: async () => (await apiAs(who).ask(CALLS)).myInterpretedCalls,
  withdraw: (id: string) =>
    apiAs(who).ask('mutation ($id: ID!) { withdrawFromInterpreting(id: $id) }', { id }),
});

/** The choices of a requester about the interpreter of their call. */
export const interpreterChoices = (who: Requester, requestId: string) => ({
  find: async () => (await apiAs(who).ask(FIND, { id: requestId })).findInterpreter,
  choose: async (choice: string, interpreterId?: string) =>
    (await apiAs(who).ask(CHOOSE, { input: { requestId, choice, interpreterId } }))
      .chooseInterpreter,
});

/** A member who interprets between Spanish and Portuguese in these hours. */
export async function makeInterpreter(
  app: TestApp,
  name = `Davi ${crypto.randomUUID().slice(0, 4)}`,
  { who: given, ...said }: InterpreterDetails = {},
): Promise<Person & { readonly interpreterName: string }> {
  const who = given ?? (await makePerson(app, 'davi', 'member'));
  await interpreterActions(who).volunteer(name);
  await setHours(who, { languages: [SPANISH, PORTUGUESE], ...said });
  return { ...who, interpreterName: name };
}
interface InterpreterDetails extends Readonly<Record<string, unknown>> {
  /** The person who interprets; by default a new member. */
  readonly who?: Person;
  readonly name?: string;
}

/** A supporter who speaks Portuguese and offers calls. */
export async function makePortugueseSupporter(app: TestApp, said: Record<string, unknown> = {}) {
  const supporter = await makeSupporter(app);
  await setHours(supporter, { languages: [PORTUGUESE], ...said });
  return supporter;
}

/** An accepted case of a requester who speaks Spanish, with a supporter who speaks Portuguese, by default a new one. */
export async function makeCaseInTwoLanguages(
  app: TestApp,
  given?: Awaited<ReturnType<typeof makeSupporter>>,
) {
  const supporter = given ?? (await makePortugueseSupporter(app));
  const requester = await makePerson(app, 'nayra', 'member');
  const id = await askForSupport(requester, { languages: [SPANISH] });
  await supporterActions(supporter).take(id);
  return { supporter, requester, id };
}

/** The same with an interpreter to whom the requester agreed, and a booked call. */
export async function makeInterpretedCall(app: TestApp, said: InterpreterDetails = {}) {
  const { name, ...rest } = said;
  const interpreter = await makeInterpreter(app, name, rest);
  const made = await makeCaseInTwoLanguages(app);
  const { find, choose } = interpreterChoices(made.requester, made.id);
  await choose('agree', (await find()).interpreter.id);
  const { book, times } = callActions(made.requester, made.id);
  const [startsAt] = await times();
  await book(startsAt!);
  return { ...made, interpreter, startsAt: startsAt! };
}
