import { DeletedMessagesService } from '#channels/messages/deleted-messages.service.js';
import { InboxJobs } from '#channels/inbox/inbox.jobs.js';
import { MessageErasureService } from '#channels/messages/message-erasure.service.js';
import { ReportableMessages } from '#moderation/reports/reportable-messages.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type GraphqlVariables } from '../../support/app/client.js';
import { dumpDatabase, textsInDump } from '../../support/app/database-dump.js';
import { downloadFile, postFiles, sendFile } from '../../support/app/upload-files.js';
import { storedFilePaths, greenPicture } from '../../support/app/test-pictures.js';
import type { Person } from '../../support/factories/make-people.js';
import {
  inboxEntries,
  ownIdIn,
  INBOX_QUERY,
  POST_WITH_MENTIONS,
  postInput,
} from '../../support/messages/mentions.js';
import * as acts from '../../support/messages/message-documents.js';
import { waitForMessageIndex, SEARCH_MESSAGES } from '../../support/messages/message-search.js';
import {
  rawGraphqlResponse,
  READ_HISTORY,
  READ_CHANGES,
} from '../../support/messages/message-retention.js';

const UNDO = `mutation ($id: ID!) { undoDeleteMessage(messageId: $id) { ${acts.MESSAGE_FIELDS} } }`;
const REMOVE = 'mutation ($id: ID!) { removeMessage(messageId: $id) { id } }';
const BODY = 'qzborradaqz';

const app = useApp();

const remove = (who: Person, id: string) => apiAs(who).ask(acts.DELETE_MESSAGE, { id });
const undo = async (who: Person, id: string) =>
  (await apiAs(who).ask(UNDO, { id })).undoDeleteMessage;
const stored = () => app.db.query('select message_id from deleted_message');
const caughtUp = async () => {
  await app.get(InboxJobs).readWhatIsBehind();
  await waitForMessageIndex(app);
};

/** Returns everything that a viewer can read of a message, without version numbers. */
async function readBy(who: Person, channelId: string, id: string): Promise<string> {
  const ask = (text: string, variables: GraphqlVariables) =>
    rawGraphqlResponse(who, text, variables);
  const found = await Promise.all([
    ask(acts.READ_MESSAGE, { id }),
    ask(acts.EARLIER_TEXTS_QUERY, { id }),
    ask(acts.LIST_REACTORS, { id }),
    ask(acts.PINNED_MESSAGES_QUERY, { id: channelId }),
    ask(READ_HISTORY, { id: channelId }),
    ask(READ_CHANGES, { id: channelId, after: 0 }),
    ask(INBOX_QUERY, {}),
    ask(SEARCH_MESSAGES, { text: BODY }),
    app
      .get(DataExportService)
      .read(who.accountId)
      // The list of sessions is left out, because the last use of a session changes with time.
      .then(({ sessions: _sessions, ...all }) => JSON.stringify(all)),
  ]);
  return found.join('\n').replaceAll(/"(version|upTo|lastVersion)": ?\d+/g, '');
}

/**
 * Ben's message with everything a message can have: it replies to Ada, mentions her, and was edited, pinned and reacted
 * to.
 */
async function full() {
  const people = await acts.makeChannelWithMessage(app);
  const { ada, ben, id } = people;
  const question = await acts.sendMessage(ada, id, '¿Quién va?');
  const naming = { mentionIds: [await ownIdIn(ada, id)], replyToId: question.id };
  const { postMessage } = await apiAs(ben).ask(
    POST_WITH_MENTIONS,
    postInput(id, `antes ${BODY}`, naming),
  );
  const input = { messageId: postMessage.id, body: BODY, mentionIds: naming.mentionIds };
  await apiAs(ben).ask(acts.EDIT_MESSAGE, { input });
  await acts.addReaction(ada, postMessage.id, '👍');
  await apiAs(ada).ask(acts.PIN_MESSAGE, acts.pinInput(postMessage.id));
  await caughtUp();
  await apiAs(ada).ask('mutation { readInbox }');
  return { ...people, messageId: postMessage.id as string };
}

describe('undoing the deletion of a message', () => {
  it('restores the whole message, of which no viewer can read anything before', async () => {
    const { ada, ben, late, id, messageId } = await full();
    const before = await Promise.all([ada, ben].map((who) => readBy(who, id, messageId)));
    expect(before[0]).toContain(BODY);
    await remove(ben, messageId);
    expect(await stored()).toEqual([{ message_id: messageId }]);
    await caughtUp();
    for (const who of [ada, ben, late])
      expect(await readBy(who, id, messageId)).not.toContain(BODY);
    expect(await inboxEntries(ada)).toEqual([]);

    app.clock.move(20_000);
    expect(await undo(ben, messageId)).toMatchObject({ body: BODY, isDeleted: false });
    await caughtUp();
    expect(await stored()).toEqual([]);
    const after = await Promise.all([ada, ben].map((who) => readBy(who, id, messageId)));
    expect(after).toEqual(before);
    // A retry from another tab later gives the same result.
    app.clock.move(60_000);
    const { version } = await undo(ben, messageId);
    expect(await undo(ben, messageId)).toMatchObject({ body: BODY, version });
  });

  it('notifies of a mention that was deleted before its inbox entry was written', async () => {
    const { ada, ben, id } = await acts.makeChannelWithMessage(app);
    const naming = { mentionIds: [await ownIdIn(ada, id)] };
    const { postMessage } = await apiAs(ben).ask(
      POST_WITH_MENTIONS,
      postInput(id, 'Ada, mira', naming),
    );
    await remove(ben, postMessage.id);
    await caughtUp();
    await undo(ben, postMessage.id);
    await caughtUp();
    expect(await inboxEntries(ada)).toEqual(['mention Ada, mira *']);
  });

  it('is possible for 30 s, then the content and its files are destroyed', async () => {
    const { ben, id } = await acts.makeChannelWithMessage(app);
    const files = storedFilePaths({ app }).length;
    const file = await sendFile(ben, await greenPicture().jpeg().toBuffer(), { name: 'a.jpg' });
    const sent = await postFiles(ben, id, [file.id], 'qzdestruidaqz');
    await remove(ben, sent.id);
    expect((await downloadFile(ben, file.id)).status).toBe(404);
    await undo(ben, sent.id);
    expect((await downloadFile(ben, file.id)).status).toBe(200);

    await remove(ben, sent.id);
    expect(textsInDump(await dumpDatabase(app), ['qzdestruidaqz'])).toHaveLength(1);
    app.clock.move(30_000);
    await expect(apiAs(ben).ask(UNDO, { id: sent.id })).rejects.toMatchObject({
      ...{ code: 'FORBIDDEN', reason: 'message.undoOver' },
    });
    await app.get(DeletedMessagesService).destroyDue();
    expect(await stored()).toEqual([]);
    expect(storedFilePaths({ app })).toHaveLength(files);
    expect(textsInDump(await dumpDatabase(app), ['qzdestruidaqz'])).toEqual([]);
  });

  it('is possible only for the author, and not after a steward or a moderator removed the message', async () => {
    const { ada, ben, late, eve, old, id } = await acts.makeChannelWithMessage(app);
    await remove(ben, old.id);
    expect(await apiAs(ada).code(UNDO, { id: old.id })).toBe('FORBIDDEN');
    for (const who of [late, eve])
      expect(await apiAs(who).code(UNDO, { id: old.id })).toBe('NOT_FOUND');
    // A moderator removes the message while the author could still undo.
    await app.get(ReportableMessages)['takeAway'](old.id);
    expect(await apiAs(ben).code(UNDO, { id: old.id })).toBe('FORBIDDEN');

    const other = await acts.sendMessage(ben, id, BODY);
    await remove(ben, other.id);
    await undo(ben, other.id);
    await apiAs(ada).ask(REMOVE, { id: other.id });
    expect(await apiAs(ben).code(UNDO, { id: other.id })).toBe('FORBIDDEN');
    expect(await stored()).toEqual([]);
  });

  it('is no longer possible once the account of a mentioned member ends', async () => {
    const { ada, ben, messageId } = await full();
    await remove(ben, messageId);
    await app.db.write(() => app.get(MessageErasureService).takeBackEverything(ada.accountId));
    expect(await stored()).toEqual([]);
    expect(await apiAs(ben).code(UNDO, { id: messageId })).toBe('FORBIDDEN');
  });
});
