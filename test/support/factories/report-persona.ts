import { factories } from './factories.js';
import { matterOf, postText, reportSubject } from './moderation-documents.js';
import type { Person } from './make-people.js';

/** Creates a matter about a persona and returns its id. */
export async function reportPersona(reported: Person, reporter: Person): Promise<string> {
  const { app } = reporter;
  const group = await factories.group(app, { steward: reporter, members: [reported] });
  const sql = 'update membership set persona_name = $1 where account_id = $2 and group_id = $3';
  await app.db.query(sql, ['Luna', reported.accountId, group.id]);
  const said = await postText(reported, (await factories.channel(app, { group })).id, 'insulto');
  return matterOf(reporter, await reportSubject(reporter, 'Message', said));
}
