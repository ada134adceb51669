import type { TestApp } from '../app/app.js';
import { supportTemplatesOf } from '../factories/support/support-templates.js';
import { deskTextsOf } from '../factories/review-templates.js';
import { makeDutyCode, myDuties } from '../factories/duty-requests.js';
import { apiAs } from '../app/client.js';
import { createInvitation } from '../factories/invitations.js';
import { personOfColumn, type SignedInColumn } from './matrix-people.js';
import type { MatrixFixture, MatrixFixtureFactory, RelatedPerson } from './matrix-fixture.js';
import { requestTwoPersonAct, makeAllies, registerTestKind } from '../factories/two-person-acts.js';
import { saveSearch } from '../factories/saved-searches.js';
import { signInBrowser, type Person } from '../factories/make-people.js';

/**
 * Creates a person of each column with a row that belongs to them. All other people address the row of the first
 * person.
 */
const ofTheirOwn =
  (
    columns: readonly SignedInColumn[],
    make: (who: Person) => Promise<string>,
  ): MatrixFixtureFactory =>
  async (app): Promise<MatrixFixture> => {
    const people: RelatedPerson[] = [];
    for (const column of columns) {
      const who = await personOfColumn(app, column);
      people.push([column, 'own', who, await make(who)]);
    }
    return { id: people[0]![3]!, people };
  };

/**
 * Creates a two-person request with its requester. For moderation, also creates a decider with a conflict of interest.
 */
const aTwoPersonAct =
  (column: 'MO' | 'AD'): MatrixFixtureFactory =>
  async (app): Promise<MatrixFixture> => {
    const kind = `matrix${column}`;
    if (!known.has(app)) {
      registerTestKind(app, 'matrixMO', 'moderate');
      registerTestKind(app, 'matrixAD', 'administer');
      known.add(app);
    }
    const [asker, about] = [await personOfColumn(app, column), await personOfColumn(app, 'ME')];
    const { id, hash } = await requestTwoPersonAct(asker, { kind, aboutId: about.accountId });
    const tied = await personOfColumn(app, column);
    const people: RelatedPerson[] = [[column, 'own', asker]];
    if (column === 'MO') {
      await makeAllies(app, about, tied);
      people.push(['MO', 'recused', tied]);
    }
    return { id, more: { hash }, people };
  };
const known = new WeakSet<TestApp>();

export const OWN_ROW_FIXTURES: Readonly<Record<string, MatrixFixtureFactory>> = {
  Session: ofTheirOwn(['ME', 'AP', 'AU', 'AD', 'SP'], async ({ app, accountId }) => {
    return (await signInBrowser(app, accountId)).sessionId;
  }),
  async Duty(app) {
    const holders = ['VT', 'MO', 'SU', 'AU', 'AD'] as const;
    const place = await ofTheirOwn(holders, async (who) => (await myDuties(who))[0]!.id)(app);
    return { ...place, more: { code: await makeDutyCode(await personOfColumn(app, 'ME')) } };
  },
  DutyCode: ofTheirOwn(['ME'], async (who) => {
    await makeDutyCode(who);
    return (await apiAs(who).ask('{ myDutyCode { id } }')).myDutyCode.id;
  }),
  SavedSearch: ofTheirOwn(['ME'], async (who) => (await saveSearch(who)).id),
  Invitation: ofTheirOwn(['ME', 'AD'], async (who) => (await createInvitation(who)).id),
  /** No endpoint takes the id of the single instance. The ids that its endpoints take belong to no row. */
  Instance: async (app) => {
    const who = await personOfColumn(app, 'AD');
    const desk = await deskTextsOf(who).read();
    const { checklistReadAs: checklist, templatesReadAs: templates } = desk;
    const { readAs: supportTemplates } = await supportTemplatesOf(who).read();
    const more = { checklist, templates, supportTemplates };
    return { id: crypto.randomUUID(), people: [], more };
  },
  TwoPersonAct: aTwoPersonAct('MO'),
  'TwoPersonAct, for administrators': aTwoPersonAct('AD'),
};
