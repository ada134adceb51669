import { AlliancesService } from '#members/relationships/alliances.service.js';
import { Reopening } from '#vetting/reopenings/reopening.entity.js';
import { WithdrawalReason } from '#vetting/vouches/vouch.entity.js';
import type { TestApp } from '../app/app.js';
import { personOfColumn } from './matrix-people.js';
import type { MatrixFixture, MatrixFixtureFactory, RelatedPerson } from './matrix-fixture.js';
import { reopeningActions } from '../factories/reopenings.js';
import {
  makeApplicant,
  type Applicant,
  declineApplicant,
  reviewerActions,
  giveVouchByCode,
} from '../factories/applicants-and-reviewers.js';
import type { Person } from '../factories/make-people.js';

const vetter = (app: TestApp) => personOfColumn(app, 'VT');

/**
 * Creates a reopening with four reviewers: one has claimed it, one has recorded an opinion, one released it, and one
 * has a conflict of interest.
 */
async function aReopening(app: TestApp): Promise<MatrixFixture> {
  const { accountId } = await personOfColumn(app, 'ME');
  const reopenings = app.db.repo(Reopening);
  const reason = WithdrawalReason.other;
  const { id } = await reopenings.save(reopenings.create({ accountId, reason, words: null }));
  const people: Person[] = [];
  for (let n = 0; n < 4; n++) people.push(await vetter(app));
  const [held, read, left, tied] = people as [Person, Person, Person, Person];
  await reopeningActions(tied).claim(id);
  await app.db.write(() => app.get(AlliancesService).start(tied.accountId, accountId));
  await reopeningActions(left).claim(id);
  await reopeningActions(left).release(id);
  await reopeningActions(held).claim(id);
  await reopeningActions(read).look(id, 'stays');
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

/** Converts an applicant to a `Person`. */
const asPerson = (who: Applicant): Person =>
  ({ app: who.app, cookie: who.cookie, accountId: who.accountId }) as Person;

/**
 * Creates an application with four reviewers: one has claimed it, one has reviewed it, one released the claim, and one
 * has a conflict of interest.
 */
async function anApplication(app: TestApp) {
  const who = await makeApplicant(app);
  const id = await who.id();
  const [held, read, left, tied] = [
    await vetter(app),
    await vetter(app),
    await vetter(app),
    await vetter(app),
  ];
  await reviewerActions(tied).claim(id);
  await app.db.query('insert into declared_conflict (application_id, account_id) values ($1, $2)', [
    ...[id, tied.accountId],
  ]);
  await reviewerActions(left).claim(id);
  await reviewerActions(left).release(id);
  await reviewerActions(held).claim(id);
  await reviewerActions(read).read(id);
  await reviewerActions(read).note(id, 'Lo vi trabajar.');
  await giveVouchByCode(await personOfColumn(app, 'ME'), (await who.own()).vouchCode);
  const people: RelatedPerson[] = [
    ['AP', 'own', asPerson(who)],
    ['VT', 'assigned', held],
    ['VT', 'reviewed', read],
    ['VT', 'formerlyAssigned', left],
    ['VT', 'recused', tied],
  ];
  const { readAs } = await reviewerActions(held).open(id);
  return { who, id, more: { readAs }, people, held, read };
}

export const VETTING_FIXTURES: Readonly<Record<string, MatrixFixtureFactory>> = {
  Application: anApplication,
  Reopening: aReopening,
  async 'Application, asked'(app): Promise<MatrixFixture> {
    const { held, ...place } = await anApplication(app);
    await reviewerActions(held).question(place.id, '¿Desde cuándo?');
    return place;
  },
  async 'Application, declined'(app): Promise<MatrixFixture> {
    const who = await makeApplicant(app);
    const id = await who.id();
    const both = [await vetter(app), await vetter(app)] as const;
    await declineApplicant(both, id);
    const [decision] = await app.db.query<{ id: string }>(
      'select id from decision where application_id = $1',
      [id],
    );
    const people: RelatedPerson[] = [
      ['AP', 'own', asPerson(who)],
      ['VT', 'formerlyAssigned', both[0]],
    ];
    return { id, more: { decisionId: decision!.id }, people };
  },
  async Decision(app): Promise<MatrixFixture> {
    const {
      id: applicationId,
      more,
      people,
    } = await VETTING_FIXTURES['Application, declined']!(app);
    return {
      id: more!['decisionId']!,
      more: { applicationId },
      people: people.filter(([column]) => column === 'VT'),
    };
  },
  /** Endpoints address a review by the id of the application. */
  async Review(app): Promise<MatrixFixture> {
    const { id, more, people, read } = await anApplication(app);
    const others = people.filter(([, relation]) => relation === 'assigned');
    return { id, more, people: [...others, ['VT', 'own', read]] };
  },
  async Vouch(app): Promise<MatrixFixture> {
    const { who, people } = await anApplication(app);
    const ada = await personOfColumn(app, 'ME');
    const { vouchCode: code } = await who.own();
    const { id } = (await giveVouchByCode(ada, code)).giveVouch;
    const others = people.filter(([, relation]) => relation === 'assigned');
    return { id, more: { code }, people: [...others, ['ME', 'own', ada]] };
  },
};
