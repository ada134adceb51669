import type { TestApp } from './app.js';
import { personOf } from './matrix-people.js';
import type { Place, Placer, Related } from './matrix-place.js';
import { applicant, type Applicant, declined, desk, vouch } from './vetting.js';
import type { Person } from './world.js';

const vetter = (app: TestApp) => personOf(app, 'VT');

/** The applicant as one of the world. */
const asPerson = (who: Applicant): Person =>
  ({ app: who.app, cookie: who.cookie, accountId: who.accountId }) as Person;

/** An application that one has claimed and another reviewed, one gave back, and one has a tie to. */
async function anApplication(app: TestApp) {
  const who = await applicant(app);
  const id = await who.id();
  const [held, read, left, tied] = [
    await vetter(app),
    await vetter(app),
    await vetter(app),
    await vetter(app),
  ];
  await desk(tied).claim(id);
  await app.db.query('insert into declared_conflict (application_id, account_id) values ($1, $2)', [
    ...[id, tied.accountId],
  ]);
  await desk(left).claim(id);
  await desk(left).release(id);
  await desk(held).claim(id);
  await desk(read).read(id);
  const people: Related[] = [
    ['AP', 'own', asPerson(who)],
    ['VT', 'assigned', held],
    ['VT', 'reviewed', read],
    ['VT', 'formerlyAssigned', left],
    ['VT', 'recused', tied],
  ];
  const { readAs } = await desk(held).open(id);
  return { who, id, more: { readAs }, people, held, read };
}

export const PLACES_OF_VETTING: Readonly<Record<string, Placer>> = {
  Application: anApplication,
  async 'Application, asked'(app): Promise<Place> {
    const { held, ...place } = await anApplication(app);
    await desk(held).question(place.id, '¿Desde cuándo?');
    return place;
  },
  async 'Application, declined'(app): Promise<Place> {
    const who = await applicant(app);
    const id = await who.id();
    const both = [await vetter(app), await vetter(app)] as const;
    await declined(both, id);
    const [decision] = await app.db.query<{ id: string }>(
      'select id from decision where application_id = $1',
      [id],
    );
    const people: Related[] = [
      ['AP', 'own', asPerson(who)],
      ['VT', 'formerlyAssigned', both[0]],
    ];
    return { id, more: { decisionId: decision!.id }, people };
  },
  async Decision(app): Promise<Place> {
    const { more, people } = await PLACES_OF_VETTING['Application, declined']!(app);
    return { id: more!['decisionId']!, people: people.filter(([column]) => column === 'VT') };
  },
  /** Its door names it by the application. */
  async Review(app): Promise<Place> {
    const { id, more, people, read } = await anApplication(app);
    const others = people.filter(([, relation]) => relation === 'assigned');
    return { id, more, people: [...others, ['VT', 'own', read]] };
  },
  async Vouch(app): Promise<Place> {
    const { who, people } = await anApplication(app);
    const ada = await personOf(app, 'ME');
    const { vouchCode: code } = await who.own();
    const { id } = (await vouch(ada, code)).giveVouch;
    const others = people.filter(([, relation]) => relation === 'assigned');
    return { id, more: { code }, people: [...others, ['ME', 'own', ada]] };
  },
};
