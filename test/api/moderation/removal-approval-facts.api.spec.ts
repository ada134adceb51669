import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { reportPersona } from '../../support/factories/report-persona.js';
import { requestRemoval, standingOfPerson } from '../../support/factories/removals.js';
import {
  matterDocument,
  sanctionReason,
  matterOf,
  reportSubject,
  makeReportedProfile,
  SEPARATE_REPORTED,
  SUSPEND_REPORTED,
  WARN_REPORTED,
} from '../../support/factories/moderation-documents.js';
import { twoPersonActions } from '../../support/factories/two-person-acts.js';
import { type Person, makePerson, makePeople } from '../../support/factories/make-people.js';

const app = useApp();
afterEach(async () => {
  await app.db.query('delete from account');
});

const claim = (who: Person, id: string) => apiAs(who).ask(matterDocument('claimMatter'), { id });
const refusal = (reason: string) => ({ code: 'CONFLICT', reason });
const before = (shown: readonly { label: string; value: string }[]) =>
  shown.filter(({ label }) => label === 'before').map(({ value }) => value);

describe('the facts shown to the approver of a removal', () => {
  type People = Awaited<ReturnType<typeof makeReportedProfile>>;
  const HAPPENED: Record<string, (people: People) => Promise<unknown>> = {
    'a warning': ({ mo, id: matterId }) =>
      apiAs(mo).ask(WARN_REPORTED, { input: { matterId, ...sanctionReason() } }),
    'a suspension': ({ mo, id: matterId }) =>
      apiAs(mo).ask(SUSPEND_REPORTED, { input: { matterId, hours: 1, ...sanctionReason() } }),
    'another report': async ({ benShown }) =>
      reportSubject(await makePerson(app, 'nu', 'member'), 'Profile', benShown.personId),
  };

  for (const [what, happens] of Object.entries(HAPPENED)) {
    it(`the approval is refused after ${what}, and the removal must be requested again`, async () => {
      const people = await makeReportedProfile(app);
      const { ben, mo, ma, id } = people;
      await claim(mo, id);
      const first = await requestRemoval(mo, id);
      await happens(people);
      await expect(twoPersonActions(ma).approve(first.id, first.hash)).rejects.toMatchObject(
        refusal('sanction.askAgain'),
      );
      expect(await standingOfPerson(ben)).not.toBe('former');
      await twoPersonActions(mo).withdraw(first.id);
      const { id: actId, hash, shown } = await requestRemoval(mo, id);
      expect(shown).not.toEqual(first.shown);
      await twoPersonActions(ma).approve(actId, hash);
      expect(await standingOfPerson(ben)).toBe('former');
    });
  }
});

it('the facts list earlier sanctions against the member, and not the notice to the other person of a separation', async () => {
  const { mo, id, reportId } = await makeReportedProfile(app);
  await claim(mo, id);
  await apiAs(mo).ask(SEPARATE_REPORTED, { input: { reportId, leaving: [], ...sanctionReason() } });
  expect(before((await requestRemoval(mo, id)).shown)).toEqual(['separation']);
});

describe('requesting a removal in a matter about a persona', () => {
  const SUSPENSION = (matterId: string) => ({ input: { matterId, hours: 1, ...sanctionReason() } });
  const why = (asking: Promise<unknown>) =>
    asking.then(
      () => 'OK',
      ({ reason }: { reason: string }) => reason,
    );
  const put = ({ accountId }: Person, standing: string) =>
    app.db.query('update account set standing = $2 where id = $1', [accountId, standing]);

  /**
   * Returns the refusals when the reported person is one of the last three who vet, suspended, recently suspended, or
   * gone.
   */
  async function answers(reportedOne: (vi: Person, ada: Person) => Promise<string>) {
    const { ada, mo } = await makePeople(app, { ada: 'member', mo: 'moderator', ma: 'moderator' });
    const vi = await makePerson(app, 'vi', 'moderator');
    const id = await reportedOne(vi, ada);
    await claim(mo, id);
    const last = await why(requestRemoval(mo, id));
    await apiAs(mo).ask(SUSPEND_REPORTED, SUSPENSION(id));
    const suspended = await why(apiAs(mo).ask(SUSPEND_REPORTED, SUSPENSION(id)));
    await put(vi, 'member');
    const rolling = await why(apiAs(mo).ask(SUSPEND_REPORTED, SUSPENSION(id)));
    await put(vi, 'former');
    const gone = await why(requestRemoval(mo, id));
    return { last, suspended, rolling, gone };
  }
  const underName = async (vi: Person, ada: Person) =>
    matterOf(ada, await reportSubject(ada, 'Profile', (await makeVisibleProfile(vi)).personId));

  it('gets the same refusal in every case, which does not reveal the owner', async () => {
    const same = 'sanction.notNow';
    expect(await answers(reportPersona)).toEqual({
      ...{ last: same, suspended: same, rolling: same, gone: same },
    });
  });

  it('gets specific refusals only for a matter about a profile', async () => {
    expect(await answers(underName)).toEqual({
      ...{ last: 'duty.lastWhoVet', suspended: 'sanction.notMember' },
      ...{ rolling: 'sanction.rolling', gone: 'sanction.notMember' },
    });
  });
});
