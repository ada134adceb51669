import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makeReviewers } from '../../support/factories/applicants-and-reviewers.js';
import { makeCoalitionWorld } from '../../support/factories/coalitions/coalition-world.js';
import { giveGrants, takePart } from '../../support/factories/coalitions/taking-part.js';
import { makePerson, type Person } from '../../support/factories/make-people.js';
import {
  matterDocument,
  matterOf,
  OPEN_MATTER,
  REMOVE_CONTENT,
  REPORT_SUBJECT,
  sanctionReason,
} from '../../support/factories/moderation-documents.js';

const MY_NOTICES = '{ myNotices { kind reason } }';
const PAGE = 'query ($slug: String!) { group(slug: $slug) { name purpose } }';

const app = useApp();
beforeAll(async () => {
  await makeReviewers(app);
});

const report = (id: string) => ({
  input: { subject: 'Group', subjectId: id, reason: 'hate', note: '' },
});

/** Reports the coalition, and returns the report as the moderator sees it. */
async function reported(who: Person, moderator: Person, coalitionId: string) {
  await apiAs(who).ask(REPORT_SUBJECT, report(coalitionId));
  const [row] = await app.db.query<{ id: string }>(
    'select id from report where reporter_id = $1 and subject_key = $2',
    [who.accountId, coalitionId],
  );
  const id = await matterOf(moderator, row!.id);
  await apiAs(moderator).ask(matterDocument('claimMatter'), { id });
  const { openMatter } = await apiAs(moderator).ask(OPEN_MATTER, { id });
  return { reportId: row!.id, openMatter };
}

it('a report of a coalition names no profile, and moderators can remove its texts', async () => {
  const { ste, ana, tea, coalition, inForest, forestId, forest } = await makeCoalitionWorld(app);
  await giveGrants(ste, inForest, [await forestId(ste), await forestId(ana)]);
  for (const who of [ste, ana]) await takePart(who, coalition);
  const mo = await makePerson(app, 'mo', 'moderator');
  const { reportId, openMatter } = await reported(ana, mo, coalition.id);
  expect(openMatter.reports).toMatchObject([{ knownAs: coalition.name }]);
  const seen = JSON.stringify(openMatter);
  for (const none of [ste.accountId, ste.name, tea.name, forest.name, forest.id]) {
    expect(seen).not.toContain(none);
  }
  expect(await apiAs(ana).code(REPORT_SUBJECT, report(coalition.id))).toBe('CONFLICT');

  await apiAs(mo).ask(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } });
  const { group } = await apiAs(ana).ask(PAGE, { slug: coalition.slug });
  expect(group.purpose).toBe('');
  // The steward of the first participant answers for the coalition, and the others learn nothing.
  expect((await apiAs(ste).ask(MY_NOTICES)).myNotices).toMatchObject([{ kind: 'contentRemoved' }]);
  expect((await apiAs(tea).ask(MY_NOTICES)).myNotices).toEqual([]);
});
