import { randomUUID } from 'node:crypto';
import type { TestApp } from '../support/app/app.js';
import { apiAs } from '../support/app/client.js';
import { factories } from '../support/factories/factories.js';
import { type Person, makePeople } from '../support/factories/make-people.js';

const POST = `mutation ($input: PostMessageInput!) {
  postMessage(input: $input) { id seq version body } }`;
const REMOVE = 'mutation ($id: ID!) { removeMember(membershipId: $id) }';
const LEAVE = 'mutation ($id: ID!) { leaveGroup(membershipId: $id) }';

/** Returns the same person, but their requests go to another node of the same database. */
export const personOnNode = (app: TestApp, person: Person): Person => ({ ...person, app });

export async function post(
  person: Person,
  channelId: string,
  body: string,
  replyToId?: string,
  topicId?: string | null,
) {
  const input = { channelId, clientId: randomUUID(), body, replyToId, topicId };
  return (await apiAs(person).ask(POST, { input })).postMessage;
}

/** Creates a group with a steward and two members, its channel, and a channel of another group. */
export async function makeGroupChat(app: TestApp) {
  const people = await makePeople(app, {
    ste: 'steward',
    ana: 'member',
    bea: 'member',
    eve: 'outsider',
  });
  const { ste, ana, bea } = people;
  const group = await factories.group(app, { steward: ste });
  const membershipIds = {
    ana: (await factories.membership(app, { group, person: ana })).id,
    bea: (await factories.membership(app, { group, person: bea })).id,
  };
  const channel = await factories.channel(app, { group });
  const other = await factories.channel(app, {
    group: await factories.group(app, { members: [ana, bea] }),
  });
  return {
    ...people,
    group,
    channel: channel.id,
    /** The id of the channel in the other group. All these people stay members of that group. */
    other: other.id,
    remove: (steward: Person = ste) => apiAs(steward).ask(REMOVE, { id: membershipIds.ana }),
    leave: () => apiAs(ana).ask(LEAVE, { id: membershipIds.ana }),
  };
}

/** Posts numbered messages every `everyMs` until it is stopped, and returns how many were acknowledged. */
export function postContinuously(person: Person, channelId: string, everyMs: number) {
  let isOn = true;
  let sent = 0;
  const work = (async () => {
    while (isOn) {
      await post(person, channelId, `canary ${++sent}`);
      await pause(everyMs);
    }
  })();
  return {
    async stop(): Promise<number> {
      isOn = false;
      await work;
      return sent;
    },
  };
}

export const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
