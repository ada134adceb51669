import { DAY } from '#kernel/clock.js';
import { makeVisibleProfile, type VisibleProfile } from './visible-profiles.js';
import type { TestApp } from '../app/app.js';
import { apiAs, type Requester } from '../app/client.js';
import { makeAllies } from './two-person-acts.js';
import { type Person, makePerson, makePeople } from './make-people.js';

export { AGREE_TO_SUGGESTION as AGREE, suggestMeeting as suggested } from './suggestions.js';

export const INTRODUCTION_FIELDS = `id note state isMine createdAt expiresAt viewerCan
  person { personId name avatar issueAreas practices territories }
  toMeet { personId name avatar issueAreas practices territories } introducer { personId name avatar }`;
export const ASK_INTRODUCTION = `mutation ($input: AskIntroductionInput!) { askIntroduction(input: $input) { ${INTRODUCTION_FIELDS} } }`;
export const READ_INTRODUCTION = `query ($id: ID!) { introduction(id: $id) { ${INTRODUCTION_FIELDS} } }`;
export const LIST_INTRODUCTIONS = `query ($side: IntroductionSide!, $after: String) {
  introductions(side: $side, after: $after) { items { ${INTRODUCTION_FIELDS} } nextCursor } }`;
export const answerDocument = (verb: string) =>
  `mutation ($id: ID!) { ${verb}Introduction(introductionId: $id) { ${INTRODUCTION_FIELDS} } }`;

export const requestIntroduction = async (
  asker: Requester,
  { personId }: VisibleProfile,
  note = 'Seguimos los mismos audios falsos.',
) => (await apiAs(asker).ask(ASK_INTRODUCTION, { input: { personId, note } })).askIntroduction;

export const LIST_INTRODUCERS = `query ($personId: ID!) {
  introducers(personId: $personId) { id name groupName isOfSharedGroup } }`;
export const PASS_INTRODUCTION = 'mutation ($id: ID!) { passIntroduction(introductionId: $id) }';
export const LAPSE_INTRODUCTION = 'mutation ($id: ID!) { lapseIntroduction(introductionId: $id) }';
export const OFFER_TO_INTRODUCE =
  'mutation ($does: Boolean!) { setOffersToIntroduce(does: $does) }';

export const listIntroducers = async (asker: Requester, { personId }: VisibleProfile) =>
  (await apiAs(asker).ask(LIST_INTRODUCERS, { personId })).introducers as {
    readonly id: string;
    readonly name: string;
    readonly groupName: string | null;
    readonly isOfSharedGroup: boolean;
  }[];

/** Requests an introduction through the only introducer that the requester can choose. */
export async function requestThroughIntroducer(
  asker: Requester,
  shown: VisibleProfile,
  note = 'Dicen que se entenderían.',
) {
  const [choice] = await listIntroducers(asker, shown);
  const input = { personId: shown.personId, note, introducerId: choice!.id };
  return (await apiAs(asker).ask(ASK_INTRODUCTION, { input })).askIntroduction;
}

/** Returns two people who can find each other, and an ally of the first person who offers introductions. */
export async function makeIntroducerTrio(app: TestApp) {
  const there = await makeVisiblePair(app);
  const ivo = await makePerson(app, 'ivo', 'member');
  const ivoShown = await makeVisibleProfile(ivo);
  await makeAllies(app, there.ada, ivo);
  await apiAs(ivo).ask(OFFER_TO_INTRODUCE, { does: true });
  return { ...there, ivo, ivoShown };
}

export const introductionStateFor = async (asker: Requester, id: string): Promise<string> =>
  (await apiAs(asker).ask(READ_INTRODUCTION, { id })).introduction.state;

/** Returns two people who can find each other, and a third person without any relation to them. */
export async function makeVisiblePair(app: TestApp) {
  const { ada, ben, eve } = await makePeople(app, {
    ada: 'member',
    ben: 'member',
    eve: 'outsider',
  });
  return {
    ada,
    ben,
    eve,
    adaShown: await makeVisibleProfile(ada),
    benShown: await makeVisibleProfile(ben),
  };
}

export async function makeVisiblePeople(
  app: TestApp,
  count: number,
): Promise<[Person, VisibleProfile][]> {
  const found: [Person, VisibleProfile][] = [];
  for (let at = 0; at < count; at++) {
    const one = await makePerson(app, `p${at}`, 'member');
    found.push([one, await makeVisibleProfile(one)]);
  }
  return found;
}

/** Returns the account ids of a person's allies. */
export async function alliesOf({ app, accountId }: Person): Promise<string[]> {
  const sql = 'select other_id from ally where account_id = $1';
  const rows = await app.db.query<{ other_id: string }>(sql, [accountId]);
  return rows.map((row) => row.other_id);
}

/**
 * Extends the sessions of these people to 100 days. Call it before the clock moves: a job deletes the sessions that are
 * over.
 */
export async function extendSessions(...people: Person[]): Promise<void> {
  for (const { app, accountId } of people) {
    const sql = 'update session set idle_ends_at = $1, ends_at = $1 where account_id = $2';
    await app.db.query(sql, [app.clock.in(100 * DAY), accountId]);
  }
}
