import type { TestApp } from '../app/app.js';
import { deskWords } from '../factories/review-templates.js';
import { dutyCode, myDuties } from '../factories/duties.js';
import { as } from '../app/client.js';
import { invite } from '../factories/invitations.js';
import { personOf, type SignedInColumn } from './matrix-people.js';
import type { Place, Placer, Related } from './matrix-fixture.js';
import { askFor, befriend, registerKind } from '../factories/two-person.js';
import { saveSearch } from '../factories/saved-searches.js';
import { browser, type Person } from '../factories/world.js';

/** Creates a person of each column with a row of their own. For everyone else, the row is that of the first person. */
const ofTheirOwn =
  (columns: readonly SignedInColumn[], make: (who: Person) => Promise<string>): Placer =>
  async (app): Promise<Place> => {
    const people: Related[] = [];
    for (const column of columns) {
      const who = await personOf(app, column);
      people.push([column, 'own', who, await make(who)]);
    }
    return { id: people[0]![3]!, people };
  };

/** Creates a two-person request, its requester and, for moderation, a decider with a conflict of interest. */
const aTwoPersonAct =
  (column: 'MO' | 'AD'): Placer =>
  async (app): Promise<Place> => {
    const kind = `matrix${column}`;
    if (!known.has(app)) {
      registerKind(app, 'matrixMO', 'moderate');
      registerKind(app, 'matrixAD', 'administer');
      known.add(app);
    }
    const [asker, about] = [await personOf(app, column), await personOf(app, 'ME')];
    const { id, hash } = await askFor(asker, { kind, aboutId: about.accountId });
    const tied = await personOf(app, column);
    const people: Related[] = [[column, 'own', asker]];
    if (column === 'MO') {
      await befriend(app, about, tied);
      people.push(['MO', 'recused', tied]);
    }
    return { id, more: { hash }, people };
  };
const known = new WeakSet<TestApp>();

export const PLACES_OF_OWN: Readonly<Record<string, Placer>> = {
  Session: ofTheirOwn(['ME', 'AP', 'AU', 'AD', 'SP'], async ({ app, accountId }) => {
    return (await browser(app, accountId)).sessionId;
  }),
  async Duty(app) {
    const holders = ['VT', 'MO', 'SU', 'AU', 'AD'] as const;
    const place = await ofTheirOwn(holders, async (who) => (await myDuties(who))[0]!.id)(app);
    return { ...place, more: { code: await dutyCode(await personOf(app, 'ME')) } };
  },
  DutyCode: ofTheirOwn(['ME'], async (who) => {
    await dutyCode(who);
    return (await as(who).ask('{ myDutyCode { id } }')).myDutyCode.id;
  }),
  SavedSearch: ofTheirOwn(['ME'], async (who) => (await saveSearch(who)).id),
  Invitation: ofTheirOwn(['ME', 'AD'], async (who) => (await invite(who)).id),
  /** There is a single instance and no endpoint takes its id; the ids that its endpoints take belong to no row. */
  Instance: async (app) => {
    const { checklistReadAs: checklist, templatesReadAs: templates } = await deskWords(
      await personOf(app, 'AD'),
    ).read();
    return { id: crypto.randomUUID(), people: [], more: { checklist, templates } };
  },
  TwoPersonAct: aTwoPersonAct('MO'),
  'TwoPersonAct, for administrators': aTwoPersonAct('AD'),
};
