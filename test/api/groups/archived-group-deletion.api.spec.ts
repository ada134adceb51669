import { DAY, HOUR } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  pngOfColour,
  storedFilePaths,
  uploadGroupPicture,
  uploadPersonaPicture,
} from '../../support/app/test-pictures.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import {
  claimAndSuspend,
  matterDocument,
  matterOf,
  MY_NOTICES,
  OPEN_MATTER,
  postText,
  REMOVE_CONTENT,
  REPORT_SUBJECT,
  reportSubject,
  sanctionReason,
} from '../../support/factories/moderation-documents.js';
import { inhabitedGroup } from '../../support/factories/inhabited-group.js';
import { makePerson, signInAgain } from '../../support/factories/make-people.js';

const SET_PERSONA = 'mutation ($input: PersonaInput!) { setPersona(input: $input) }';
const MESSAGES = 'query ($id: ID!) { messages(channelId: $id) { items { body } } }';

const app = useApp();

describe('the deletion of an archived group', () => {
  const run = async (): Promise<void> => {
    const retention = app.get(RetentionService);
    for (const name of ['archivedGroup', 'message', 'archivedGroup']) await retention.run(name);
  };
  /** The tables with a row of the group or of its channel. */
  async function tablesThatName(groupId: string, channelId: string): Promise<string[]> {
    const columns = await app.db.query<{ name: string; column: string }>(
      `select c.table_name as name, c.column_name as column from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'
         and c.column_name in ('group_id', 'scope_id', 'channel_id') and c.data_type = 'uuid'`,
    );
    expect(columns.length).toBeGreaterThan(10);
    const found: string[] = [];
    for (const { name, column } of columns) {
      const sql = `select 1 from "${name}" where ${column} in ($1, $2) limit 1`;
      if ((await app.db.query(sql, [groupId, channelId])).length > 0) found.push(name);
    }
    return found;
  }
  const isThere = async (id: string) =>
    (await app.db.query('select 1 from "group" where id = $1', [id])).length > 0;

  it('comes after 90 days, with everything in the group, and leaves a receipt without a member', async () => {
    const { ste, ana, ben, group, channel, idOf, archive } = await inhabitedGroup(app);
    const other = await inhabitedGroup(app);
    await apiAs(ben).ask(SET_PERSONA, { input: { membershipId: await idOf(ben), name: 'Garza' } });
    await uploadPersonaPicture(ben, await idOf(ben), await pngOfColour('#2f6b4f'));
    expect((await uploadGroupPicture(ste, group.id, await pngOfColour('#a03020'))).status).toBe(
      200,
    );
    expect(storedFilePaths(ben)).not.toEqual([]);
    await archive();
    app.clock.move(90 * DAY - HOUR);
    await run();
    expect(await isThere(group.id)).toBe(true);
    const reader = await signInAgain(ana);
    const kept = await apiAs(reader).ask(MESSAGES, { id: channel.id });
    expect(kept.messages.items).toEqual([{ body: 'Hola' }]);
    app.clock.move(HOUR);
    await run();
    await waitForJobs(app);
    expect(await isThere(group.id)).toBe(false);
    expect(await isThere(other.group.id)).toBe(true);
    expect(await apiAs(reader).code(MESSAGES, { id: channel.id })).toBe('NOT_FOUND');
    expect(storedFilePaths(ben)).toEqual([]);
    expect(await tablesThatName(group.id, channel.id)).toEqual([]);
    const receipt = `select data_class, about_id from receipt where subject_id = $1`;
    expect(await app.db.query(receipt, [group.id])).toEqual([
      { data_class: 'archivedGroup', about_id: null },
    ]);
  });

  it('deletes one group per run, the one that was archived first', async () => {
    const one = await inhabitedGroup(app);
    const other = await inhabitedGroup(app);
    await one.archive();
    app.clock.move(HOUR);
    await other.archive();
    app.clock.move(91 * DAY);
    await run();
    expect([await isThere(one.group.id), await isThere(other.group.id)]).toEqual([false, true]);
    await run();
    expect(await isThere(other.group.id)).toBe(false);
  });

  it('does not wait for an open matter about a persona, and destroys nothing of moderation', async () => {
    const { ana, ben, group, channel, archive } = await inhabitedGroup(app);
    const mo = await makePerson(app, 'mo', 'moderator');
    const named = 'update membership set persona_name = $1 where account_id = $2 and group_id = $3';
    await app.db.query(named, ['La Garza', ben.accountId, group.id]);
    const said = await postText(ben, channel.id, 'Insulto');
    await archive();
    app.clock.move(90 * DAY - HOUR);
    const [reporter, moderator] = [await signInAgain(ana), await signInAgain(mo)];
    const id = await matterOf(ana, await reportSubject(reporter, 'Message', said));
    await claimAndSuspend(moderator, id);
    app.clock.move(HOUR);
    await run();
    expect(await isThere(group.id)).toBe(false);
    const { reports, acts } = (await apiAs(await signInAgain(mo)).ask(OPEN_MATTER, { id }))
      .openMatter;
    expect(reports).toMatchObject([{ forwarded: 'Insulto', knownAs: 'La Garza' }]);
    expect(acts).toHaveLength(1);
    expect((await apiAs(await signInAgain(ben)).ask(MY_NOTICES)).myNotices).toHaveLength(1);
    const kept = 'select persona_id is not null as "isPersona" from matter where id = $1';
    expect(await app.db.query(kept, [id])).toEqual([{ isPersona: true }]);
  });

  it('leaves a matter about the texts of the group open, and moderators can act in it', async () => {
    const { ana, group, archive } = await inhabitedGroup(app);
    const mo = await makePerson(app, 'mo', 'moderator');
    await app.db.query(`update "group" set purpose = 'Insulto' where id = $1`, [group.id]);
    await archive();
    app.clock.move(90 * DAY - HOUR);
    const input = { subject: 'Group', subjectId: group.id, reason: 'harassment', note: '' };
    await apiAs(await signInAgain(ana)).ask(REPORT_SUBJECT, { input });
    const [report] = await app.db.query<{ id: string; matter_id: string }>(
      'select id, matter_id from report where subject_key = $1',
      [group.id],
    );
    const { id: reportId, matter_id: id } = report!;
    app.clock.move(HOUR);
    await run();
    expect(await isThere(group.id)).toBe(false);
    const moderator = await signInAgain(mo);
    await apiAs(moderator).ask(matterDocument('claimMatter'), { id });
    await apiAs(moderator).ask(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } });
    const { reports } = (await apiAs(await signInAgain(mo)).ask(OPEN_MATTER, { id })).openMatter;
    expect(reports).toMatchObject([{ isRemoved: true }]);
  });
});
