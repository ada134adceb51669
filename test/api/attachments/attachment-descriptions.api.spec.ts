import { randomUUID } from 'node:crypto';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import {
  DESCRIBE_FILE,
  postFiles,
  READ_MESSAGE_FILES,
  sendFile,
} from '../../support/app/upload-files.js';
import {
  DELETE_MESSAGE,
  EDIT_MESSAGE,
  makeChannelWithMessage,
} from '../../support/messages/message-documents.js';
import { greenPicture } from '../../support/app/test-pictures.js';

describe('the text description of an attachment', () => {
  const app = useApp();
  afterEach(() => app.db.query('delete from rate_limit'));

  const photo = () => greenPicture().jpeg().toBuffer();
  const about = { name: 'marcha.JPEG', type: 'image/jpeg' };
  const sent = async () => {
    const people = await makeChannelWithMessage(app);
    const file = await sendFile(people.ben, await photo(), about);
    const message = await postFiles(people.ben, people.id, [file.id], 'Mira');
    return { ...people, file, message };
  };

  it('comes from the author, or from a reader while the author wrote none', async () => {
    const { ada, ben, late, eve, file, message } = await sent();
    const describe = async (who: Requester, text: string) =>
      (await apiAs(who).ask(DESCRIBE_FILE, { id: file.id, text })).describeAttachment;
    const reader = await describe(ada, 'Una marcha \u202e ');
    expect(reader).toEqual({ ...file, text: 'Una marcha', isTextByAuthor: false });
    const read = async () =>
      (await apiAs(late).ask(READ_MESSAGE_FILES, { id: message.id })).message;
    const after = await read();
    expect(after.attachments).toEqual([reader]);
    expect(after.version).toBeGreaterThan(message.version);
    expect(await describe(late, 'La marcha')).toMatchObject({ isTextByAuthor: false });
    expect(await describe(ben, 'Nuestra marcha')).toMatchObject({ isTextByAuthor: true });
    await expect(describe(ada, 'Otra')).rejects.toMatchObject({
      ...{ code: 'FORBIDDEN', reason: 'attachment.textIsAuthors' },
    });
    expect(await apiAs(eve).code(DESCRIBE_FILE, { id: file.id, text: 'x' })).toBe('NOT_FOUND');
    expect(await apiAs(ada).code(DESCRIBE_FILE, { id: randomUUID(), text: 'x' })).toBe('NOT_FOUND');
    await expect(describe(ben, 'x'.repeat(4_001))).rejects.toMatchObject({
      fields: { text: 'tooLong' },
    });
    expect((await read()).attachments[0].text).toBe('Nuestra marcha');
    await apiAs(ben).ask(DELETE_MESSAGE, { id: message.id });
    expect(await apiAs(ada).code(DESCRIBE_FILE, { id: file.id, text: 'x' })).toBe('NOT_FOUND');

    const own = await sendFile(ben, await photo(), about);
    const text = 'Antes de mandar';
    expect(
      (await apiAs(ben).ask(DESCRIBE_FILE, { id: own.id, text })).describeAttachment.text,
    ).toBe(text);
    expect(await apiAs(ada).code(DESCRIBE_FILE, { id: own.id, text })).toBe('NOT_FOUND');
  });

  it('is deleted with the account of the reader who wrote it', async () => {
    const { ada, late, file, message } = await sent();
    await apiAs(late).ask(DESCRIBE_FILE, { id: file.id, text: 'Zarapito' });
    const exported = await app.get(DataExportService).read(late.accountId);
    expect(JSON.stringify(exported['describedAttachments'])).toContain('Zarapito');
    await app.db.write(() => app.get(AccountDeletionService).end(late.accountId));
    const { attachments, version } = (await apiAs(ada).ask(READ_MESSAGE_FILES, { id: message.id }))
      .message;
    expect(attachments).toEqual([file]);
    expect(version).toBeGreaterThan(message.version + 1);
  });

  it("appears in the data export of the attachment's author", async () => {
    const { ben, file } = await sent();
    const { attachments } = await app.get(DataExportService).read(ben.accountId);
    expect(attachments).toMatchObject([{ id: file.id, name: 'trama.jpg', bytes: file.bytes }]);
  });

  it('may be empty; a message with an attachment may have no text, and any other message must have text', async () => {
    const { ben, message, old } = await sent();
    const edit = (messageId: string) =>
      apiAs(ben).ask(EDIT_MESSAGE, { input: { messageId, body: ' ' } });
    expect((await edit(message.id)).editMessage.body).toBe('');
    await expect(edit(old.id)).rejects.toMatchObject({ fields: { body: 'blank' } });
  });
});
