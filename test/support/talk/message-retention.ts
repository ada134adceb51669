import type { Retention } from '#channels/message-retention/retention.js';
import type { TestApp } from '../app/app.js';
import { ChannelHistory } from '#channels/channel.entity.js';
import { ChannelsService } from '#channels/channels.service.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import { as, type Refused, type GraphqlVariables } from '../app/client.js';
import { makeAllies, twoPersonActions } from '../factories/two-person.js';
import { MembershipRole } from '#members/membership.entity.js';
import { make } from '../factories/make.js';
import { signInAgain, type Person, makePeople } from '../factories/world.js';

export type Kept = `${Retention}`;

export const SHORTEN = `mutation ($input: ShortenRetentionInput!) {
  shortenRetention(input: $input) { id retention keptSeconds } }`;
export const LENGTHEN = `mutation ($input: LengthenRetentionInput!) {
  askToLengthenRetention(input: $input) { id hash state shown { label value } } }`;
export const CHANNEL = `query ($id: ID!) { channel(id: $id) {
  retention keptSeconds lastMessageAt unreadCount retentionRequestId viewerCan } }`;
export const PAGE = `items { id seq version body isDeleted isAnswer replyToId createdAt expiresAt retention authorName reactions { emoji } }
  upTo shortenings { upTo seconds }`;
export const HISTORY = `query ($id: ID!) { messages(channelId: $id) { ${PAGE} } }`;
export const SINCE = `query ($id: ID!, $after: Int!) { changes(channelId: $id, after: $after) { ${PAGE} } }`;

export const shorter = (channelId: string, retention: Kept) => ({
  input: { channelId, retention },
});
export const longer = (channelId: string, retention: Kept) => ({
  input: { channelId, retention, reason: 'Para el informe.' },
});
export const shorten = async (who: Person, channelId: string, retention: Kept) =>
  (await as(who).ask(SHORTEN, shorter(channelId, retention))).shortenRetention;
export const askLonger = async (who: Person, channelId: string, retention: Kept) =>
  (await as(who).ask(LENGTHEN, longer(channelId, retention))).askToLengthenRetention;

/** Two people agree on a longer retention of the channel. */
export async function lengthen(one: Person, other: Person, channelId: string, retention: Kept) {
  const { id } = await askLonger(await signInAgain(one), channelId, retention);
  const second = twoPersonActions(await signInAgain(other));
  await second.approve(id, (await second.read(id)).hash);
}

/** Returns the whole raw response, refused or not. */
export const answerTo = async (
  who: Person,
  text: string,
  variables: GraphqlVariables,
): Promise<string> => (await as(who).raw(text, variables)).text();
export const refusal = (who: Person, text: string, variables: GraphqlVariables): Promise<Refused> =>
  as(who)
    .ask(text, variables)
    .then(
      () => Promise.reject(new Error('it was not refused')),
      (error: Refused) => error,
    );

/** Makes two people allies and returns the id of their conversation. */
export async function conversation(app: TestApp, one: Person, other: Person): Promise<string> {
  for (const { accountId, name } of [one, other])
    await app.db.write(() => app.get(ProfilesService).start(accountId, { name }));
  const { id: allianceId } = await makeAllies(app, one, other);
  const part = { allianceId, history: ChannelHistory.start };
  return (await app.db.write(() => app.get(ChannelsService).insert(part))).id;
}

export const channelAs = async (who: Person, id: string) =>
  (await as(who).ask(CHANNEL, { id })).channel;
export const historyOf = async (who: Person, id: string) =>
  (await as(who).ask(HISTORY, { id })).messages;
export const since = async (who: Person, id: string, after = 0) =>
  (await as(who).ask(SINCE, { id, after })).changes;
export const bodiesOf = async (who: Person, id: string): Promise<string[]> =>
  (await historyOf(who, id)).items.map(({ body }: { body: string }) => body);

/** Creates a group channel with two stewards, a member and an outsider. */
export async function setting(app: TestApp) {
  const people = await makePeople(app, {
    ada: 'steward',
    abe: 'steward',
    ben: 'member',
    eve: 'outsider',
  });
  const group = await make.group(app, { steward: people.ada, members: [people.ben] });
  await make.membership(app, { group, person: people.abe, role: MembershipRole.steward });
  const { id } = await make.channel(app, { group });
  return { ...people, group, id };
}

/** Creates two allies and their conversation. */
export async function twoAllies(app: TestApp) {
  const people = await makePeople(app, { ana: 'member', bea: 'member', eve: 'outsider' });
  return { ...people, id: await conversation(app, people.ana, people.bea) };
}

/** Sets a medium retention, so that it can become both longer and shorter. */
export const forAWeek = (app: TestApp, channelId: string) =>
  app.db.query(`update channel set retention = 'days7', kept_seconds = 604800 where id = $1`, [
    channelId,
  ]);
