import { AlliancesService } from '#members/relationships/alliances.service.js';
import { Reopening } from '#vetting/reopenings/reopening.entity.js';
import { WithdrawalReason } from '#vetting/vouches/vouch.entity.js';
import type { TestApp } from '../app/app.js';
import { personOf } from './matrix-people.js';
import type { Place, Placer, Related } from './matrix-fixture.js';
import { again } from '../factories/reopenings.js';
import { applicant, type Applicant, declined, desk, vouch } from '../factories/vetting.js';
import type { Person } from '../factories/world.js';

const vetter = (app: TestApp) => personOf(app, 'VT');

/**
 * Creates a reopening: one reviewer has claimed it, another has recorded an opinion, one left it, and one has a
 * conflict of interest.
 */
async function aReopening(app: TestApp): Promise<Place> {
  const { accountId } = await personOf(app, 'ME');
  const reopenings = app.db.repo(Reopening);
  const reason = WithdrawalReason.other;
  const { id } = await reopenings.save(reopenings.create({ accountId, reason, words: null }));
  const people: Person[] = [];
  for (let n = 0; n < 4; n++) people.push(await vetter(app));
  const [held, read, left, tied] = people as [Person, Person, Person, Person];
  await again(tied).claim(id);
  await app.db.write(() => app.get(AlliancesService).start(tied.accountId, accountId));
  await again(left).claim(id);
  await again(left).release(id);
  await again(held).claim(id);
  await again(read).look(id, 'stays');
  return {
    id,
    people: [
      ['VT', 'assigned', held],
      ['VT', 'reviewed', read],
      ['VT', 'formerlyAssigned', left],
      ['VT', 'recused', tied],
    ],
  };
}

/** The applicant as a `Person`. */
const asPerson = (who: Applicant): Person =>
  ({ app: who.app, cookie: who.cookie, accountId: who.accountId }) as Person;

/**
 * Creates an application: one reviewer has claimed it, another has reviewed it, one released the claim, and one has a
 * conflict of interest.
 */
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
  await desk(read).note(id, 'Lo vi trabajar.');
  await vouch(await personOf(app, 'ME'), (await who.own()).vouchCode);
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
  Reopening: aReopening,
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
    const {
      id: applicationId,
      more,
      people,
    } = await PLACES_OF_VETTING['Application, declined']!(app);
    return {
      id: more!['decisionId']!,
      more: { applicationId },
      people: people.filter(([column]) => column === 'VT'),
    };
  },
  /** Its endpoint addresses it by the application id. */
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
