import type { ChannelRetention } from '#channels/message-retention/channel-retention.js';
import type { TestApp } from '../app/app.js';
import { ChannelHistory } from '#channels/channel.entity.js';
import { ChannelsService } from '#channels/channels.service.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import { apiAs, type RefusedError, type GraphqlVariables } from '../app/client.js';
import { makeAllies, twoPersonActions } from '../factories/two-person-acts.js';
import { MembershipRole } from '#members/membership.entity.js';
import { factories } from '../factories/factories.js';
import { signInAgain, type Person, makePeople } from '../factories/make-people.js';

export type RetentionName = `${ChannelRetention}`;

export const SHORTEN_RETENTION = `mutation ($input: ShortenRetentionInput!) {
  shortenRetention(input: $input) { id retention keptSeconds } }`;
export const LENGTHEN_RETENTION = `mutation ($input: LengthenRetentionInput!) {
  askToLengthenRetention(input: $input) { id hash state shown { label value } } }`;
export const READ_CHANNEL_RETENTION = `query ($id: ID!) { channel(id: $id) {
  retention keptSeconds lastMessageAt unreadCount retentionRequestId viewerCan } }`;
export const MESSAGE_PAGE_FIELDS = `items { id seq version body isDeleted isAnswer replyToId createdAt expiresAt retention authorName reactions { emoji } }
  upTo shortenings { upTo seconds }`;
export const READ_HISTORY = `query ($id: ID!) { messages(channelId: $id) { ${MESSAGE_PAGE_FIELDS} } }`;
export const READ_CHANGES = `query ($id: ID!, $after: Int!) { changes(channelId: $id, after: $after) { ${MESSAGE_PAGE_FIELDS} } }`;

export const shortenRetentionInput = (channelId: string, retention: RetentionName) => ({
  input: { channelId, retention },
});
export const lengthenRetentionInput = (channelId: string, retention: RetentionName) => ({
  input: { channelId, retention, reason: 'Para el informe.' },
});
export const shortenRetentionOf = async (
  who: Person,
  channelId: string,
  retention: RetentionName,
) =>
  (await apiAs(who).ask(SHORTEN_RETENTION, shortenRetentionInput(channelId, retention)))
    .shortenRetention;
export const requestLongerRetention = async (
  who: Person,
  channelId: string,
  retention: RetentionName,
) =>
  (await apiAs(who).ask(LENGTHEN_RETENTION, lengthenRetentionInput(channelId, retention)))
    .askToLengthenRetention;

/** One person requests a longer retention of the channel, and another person agrees. */
export async function agreeOnLongerRetention(
  one: Person,
  other: Person,
  channelId: string,
  retention: RetentionName,
) {
  const { id } = await requestLongerRetention(await signInAgain(one), channelId, retention);
  const second = twoPersonActions(await signInAgain(other));
  await second.approve(id, (await second.read(id)).hash);
}

/** Returns the raw response as text, also if the server refuses the request. */
export const rawGraphqlResponse = async (
  who: Person,
  text: string,
  variables: GraphqlVariables,
): Promise<string> => (await apiAs(who).raw(text, variables)).text();
export const refusalOf = (
  who: Person,
  text: string,
  variables: GraphqlVariables,
): Promise<RefusedError> =>
  apiAs(who)
    .ask(text, variables)
    .then(
      () => Promise.reject(new Error('it was not refused')),
      (error: RefusedError) => error,
    );

/** Makes two people allies and returns the id of their conversation. */
export async function makeConversation(app: TestApp, one: Person, other: Person): Promise<string> {
  for (const { accountId, name } of [one, other])
    await app.db.write(() => app.get(ProfilesService).start(accountId, { name }));
  const { id: allianceId } = await makeAllies(app, one, other);
  const part = { allianceId, history: ChannelHistory.start };
  return (await app.db.write(() => app.get(ChannelsService).insert(part))).id;
}

export const readChannelAs = async (who: Person, id: string) =>
  (await apiAs(who).ask(READ_CHANNEL_RETENTION, { id })).channel;
export const readHistoryAs = async (who: Person, id: string) =>
  (await apiAs(who).ask(READ_HISTORY, { id })).messages;
export const readChangesAs = async (who: Person, id: string, after = 0) =>
  (await apiAs(who).ask(READ_CHANGES, { id, after })).changes;
export const messageTextsOf = async (who: Person, id: string): Promise<string[]> =>
  (await readHistoryAs(who, id)).items.map(({ body }: { body: string }) => body);

/** Creates a group channel with two stewards, a member and an outsider. */
export async function makeChannelWithTwoStewards(app: TestApp) {
  const people = await makePeople(app, {
    ada: 'steward',
    abe: 'steward',
    ben: 'member',
    eve: 'outsider',
  });
  const group = await factories.group(app, { steward: people.ada, members: [people.ben] });
  await factories.membership(app, { group, person: people.abe, role: MembershipRole.steward });
  const { id } = await factories.channel(app, { group });
  return { ...people, group, id };
}

/** Creates two allies and their conversation. */
export async function makeAlliesWithConversation(app: TestApp) {
  const people = await makePeople(app, { ana: 'member', bea: 'member', eve: 'outsider' });
  return { ...people, id: await makeConversation(app, people.ana, people.bea) };
}

/** Sets the retention to a week, so that a test can make it longer or shorter. */
export const setWeekRetention = (app: TestApp, channelId: string) =>
  app.db.query(`update channel set retention = 'days7', kept_seconds = 604800 where id = $1`, [
    channelId,
  ]);
