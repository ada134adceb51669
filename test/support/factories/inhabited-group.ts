import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { messageInput, POST_MESSAGE } from '../messages/message-documents.js';
import { factories } from './factories.js';
import { OPEN_GROUP } from './group-documents.js';
import { type Person, makePeople } from './make-people.js';

export const ARCHIVE =
  'mutation ($id: ID!) { archiveGroup(groupId: $id) { archivedAt viewerCan } }';
export const UNARCHIVE =
  'mutation ($id: ID!) { unarchiveGroup(groupId: $id) { archivedAt viewerCan } }';

/** Creates an open group of steward Ste with members Ana and Ben, a channel and a message of Ben. */
export async function inhabitedGroup(app: TestApp) {
  const people = await makePeople(app, {
    ...{ ste: 'steward', ana: 'member', ben: 'member', out: 'member' },
  });
  const { ste, ana, ben } = people;
  const group = await factories.group(app, { steward: ste, members: [ana, ben], ...OPEN_GROUP });
  const channel = await factories.channel(app, { group, history: 'start' });
  const { postMessage: said } = await apiAs(ben).ask(
    POST_MESSAGE,
    messageInput(channel.id, 'Hola'),
  );
  const idOf = async ({ accountId }: Person): Promise<string> => {
    const sql =
      'select id from membership where group_id = $1 and account_id = $2 and ended_at is null';
    return (await app.db.query<{ id: string }>(sql, [group.id, accountId]))[0]!.id;
  };
  const archive = () => apiAs(ste).ask(ARCHIVE, { id: group.id });
  const unarchive = () => apiAs(ste).ask(UNARCHIVE, { id: group.id });
  return { ...people, group, channel, said, idOf, archive, unarchive };
}

/** The reason or code with which the server refuses; `OK` if it does not. */
export const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'OK',
    ({ code, reason }) => reason ?? code,
  );
