import { HOUR, SECOND } from '#kernel/clock.js';
import { makeVisibleProfile } from '../factories/visible-profiles.js';
import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { makeChannel, makeGroup } from '../factories/make-groups.js';
import { personOfColumn } from './matrix-people.js';
import type { MatrixFixture, MatrixFixtureFactory, RelatedPerson } from './matrix-fixture.js';
import {
  matterDocument,
  APPEAL_NOTICE,
  sanctionReason,
  matterOf,
  postText,
  reportSubject,
  TALK_TO_REPORTED,
  WARN_REPORTED,
} from '../factories/moderation-documents.js';
import { makeAllies } from '../factories/two-person-acts.js';
import { type Person, makePeople } from '../factories/make-people.js';

const moderator = (app: TestApp) => personOfColumn(app, 'MO');

/** Creates a matter. One moderator has claimed it, and another moderator has a conflict of interest. */
async function aMatter(app: TestApp, kind: 'Profile' | 'Message' = 'Profile') {
  const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
  const [held, tied] = [await moderator(app), await moderator(app)];
  const { subjectId, ...more } =
    kind === 'Profile'
      ? { subjectId: (await makeVisibleProfile(ben)).personId }
      : await said(app, ada, ben);
  const reportId = await reportSubject(ada, kind, subjectId);
  const id = await matterOf(ada, reportId);
  await apiAs(held).ask(matterDocument('claimMatter'), { id });
  await makeAllies(app, tied, ben);
  const people: RelatedPerson[] = [
    ['MO', 'assigned', held],
    ['MO', 'recused', tied],
  ];
  return { id, reportId, people, ada, ben, held, more };
}

async function said(app: TestApp, ada: Person, ben: Person) {
  const made = await makeGroup(app, { members: [ada, ben] });
  const channelId = (await makeChannel(app, { group: made })).id;
  return { subjectId: await postText(ben, channelId, 'Algo que duele.'), groupId: made.id };
}

/** Creates a warning or talk for a member, delivered or not yet delivered. */
const aNotice =
  (document: string, key: string, isTold: boolean): MatrixFixtureFactory =>
  async (app) => {
    const { id: matterId, people, ben, held } = await aMatter(app);
    const { words, reason } = sanctionReason() as Record<string, string>;
    const input = { matterId, words, ...(key === 'warnReported' && { reason }) };
    const { id } = (await apiAs(held).ask<Record<string, { id: string }>>(document, { input }))[
      key
    ]!;
    const at = app.clock.in(isTold ? -SECOND : HOUR);
    await app.db.query('update notice set shown_from = $2 where id = $1', [id, at]);
    return { id, more: { matterId }, people: [...people, ['ME', 'own', ben]] };
  };
const aWarning = aNotice(WARN_REPORTED, 'warnReported', true);

export const MODERATION_FIXTURES: Readonly<Record<string, MatrixFixtureFactory>> = {
  async Matter(app): Promise<MatrixFixture> {
    const other = await makeVisibleProfile(await moderator(app));
    const { id, people } = await aMatter(app);
    return { id, more: { personId: other.personId }, people };
  },
  async Report(app): Promise<MatrixFixture> {
    const { reportId, people, ada, more } = await aMatter(app, 'Message');
    return { id: reportId, more, people: [...people, ['ME', 'own', ada]] };
  },
  Notice: aWarning,
  'Notice, not told yet': aNotice(WARN_REPORTED, 'warnReported', false),
  'Notice, of a talk': aNotice(TALK_TO_REPORTED, 'talkToReported', true),
  /** A moderator decides the appeal who is not the moderator who warned. */
  async Appeal(app): Promise<MatrixFixture> {
    const { id: noticeId, people } = await aWarning(app);
    const of = (one: string) => people.find(([, relation]) => relation === one)![2];
    const [{ matter_id: matterId }] = (await app.db.query(
      'select matter_id from notice where id = $1',
      [noticeId],
    )) as [{ matter_id: string }];
    await apiAs(of('assigned')).ask(matterDocument('closeMatter'), { id: matterId });
    const input = { noticeId, words: 'No fui yo.' };
    const { id } = (await apiAs(of('own')).ask(APPEAL_NOTICE, { input })).appealNotice.appeal;
    const other = await moderator(app);
    await apiAs(other).ask(matterDocument('claimMatter'), { id: matterId });
    return {
      id,
      more: { matterId },
      people: [
        ['MO', 'assigned', other],
        ['MO', 'recused', of('recused')],
        ['ME', 'own', of('own')],
      ],
    };
  },
};
