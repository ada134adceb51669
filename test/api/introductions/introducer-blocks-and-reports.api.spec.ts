import { DataExportService } from '#signin/accounts/data-export.service.js';
import { BLOCK_PROFILE, makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import * as introductions from '../../support/factories/introductions.js';
import {
  matterOf,
  reportSubject,
  REPORT_SUBJECT,
  makeReportedProfile,
} from '../../support/factories/moderation-documents.js';
import { type Person, makePerson } from '../../support/factories/make-people.js';

const {
  answerDocument: answer,
  requestIntroduction: ask,
  requestThroughIntroducer: askThrough,
  LIST_INTRODUCTIONS: LIST,
  PASS_INTRODUCTION: PASS,
  READ_INTRODUCTION: READ,
  introductionStateFor: stateFor,
  makeIntroducerTrio: three,
} = introductions;

const app = useApp();

const itemsOf = async (who: Person, side: string) =>
  (await apiAs(who).ask(LIST, { side })).introductions.items as { id: string }[];

type Three = Awaited<ReturnType<typeof three>>;
const BLOCKS: [string, (there: Three) => [Person, string]][] = [
  ['the asker blocks the introducer', ({ ada, ivoShown }) => [ada, ivoShown.personId]],
  ['the introducer blocks the asker', ({ ivo, adaShown }) => [ivo, adaShown.personId]],
  ['the introducer blocks the asked', ({ ivo, benShown }) => [ivo, benShown.personId]],
  ['the asked blocks the introducer', ({ ben, ivoShown }) => [ben, ivoShown.personId]],
  ['the asked blocks the asker', ({ ben, adaShown }) => [ben, adaShown.personId]],
  ['the asker blocks the asked', ({ ada, benShown }) => [ada, benShown.personId]],
];

describe.each(['before', 'after'])('a block %s the introducer passes a request on', (when) => {
  it.each(BLOCKS)(
    'ends the request for the person asked and the introducer: %s',
    async (title, who) => {
      const there = await three(app);
      const { ada, ben, ivo, benShown } = there;
      const { id } = await askThrough(ada, benShown);
      if (when === 'after') await apiAs(ivo).ask(PASS, { id });
      const [blocker, personId] = who(there);
      await apiAs(blocker).ask(BLOCK_PROFILE, { id: personId });
      for (const document of [READ, PASS, answer('accept')]) {
        expect(await apiAs(ivo).code(document, { id })).toBe('NOT_FOUND');
        expect(await apiAs(ben).code(document, { id })).toBe('NOT_FOUND');
      }
      expect(await itemsOf(ben, 'asked')).toEqual([]);
      expect(await itemsOf(ivo, 'introducer')).toEqual([]);
      // A block made by or against the introducer leaves the asker's view unchanged, as if the request still waited.
      const isBetweenTheTwo = title.includes('asker') && title.includes('asked');
      expect(await apiAs(ada).code(READ, { id })).toBe(isBetweenTheTwo ? 'NOT_FOUND' : 'OK');
      expect(await introductions.alliesOf(ben)).toEqual([]);
    },
  );
});

it('a request through an introducer can be reported by the introducer and, once passed on, by the person asked, unnoticed by the asker', async () => {
  const { ada, ben, ivo, benShown } = await three(app);
  const { mo } = await makeReportedProfile(app);
  const { id } = await askThrough(ada, benShown, 'Una nota que no cabe');
  const first = await reportSubject(ivo, 'Introduction', id);
  expect(
    await apiAs(ben).code(REPORT_SUBJECT, {
      input: { subject: 'Introduction', subjectId: id, reason: 'spam' },
    }),
  ).toBe('NOT_FOUND');
  await apiAs(ivo).ask(PASS, { id });
  const second = await reportSubject(ben, 'Introduction', id);
  expect(await matterOf(mo, first)).toBe(await matterOf(mo, second));
  expect(await stateFor(ada, id)).toBe('waiting');
});

it('a request through an introducer is in the data export of each person as far as they could see it', async () => {
  const { ada, ben, ivo, benShown } = await three(app);
  await askThrough(ada, benShown, 'Para exportar');
  const file = async (who: Person) =>
    (await app.get(DataExportService).read(who.accountId)) as Record<string, unknown[]>;
  expect(await file(ada)).toMatchObject({ introductionsAsked: [{ note: 'Para exportar' }] });
  expect(await file(ben)).toMatchObject({ introductionsReceived: [] });
  const before = await file(ivo);
  expect(before).toMatchObject({ introductionsToPassOn: [], introductionsReceived: [] });
  expect(before['offersToIntroduce']).toHaveLength(1);
  const [{ id }] = (await itemsOf(ivo, 'introducer')) as [{ id: string }];
  await apiAs(ivo).ask(PASS, { id });
  expect(await file(ben)).toMatchObject({ introductionsReceived: [{ state: 'waiting' }] });
  expect(await file(ivo)).toMatchObject({ introductionsToPassOn: [{ was_passed_on: true }] });
  expect(JSON.stringify(await file(ivo))).not.toContain('Para exportar');
});

it("a request through an introducer counts in the asker's quota", async () => {
  const { ada, benShown } = await three(app);
  await askThrough(ada, benShown);
  for (const name of ['uno', 'dos'])
    await ask(ada, await makeVisibleProfile(await makePerson(app, name, 'member')));
  const more = await makeVisibleProfile(await makePerson(app, 'tres', 'member'));
  await expect(askThrough(ada, more)).rejects.toMatchObject({ reason: 'introduction.tooManyOpen' });
});
