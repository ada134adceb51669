import fc from 'fast-check';
import { EventsWorker } from '#events/events.worker.js';
import { GroupArchiveService } from '#groups/archive/group-archive.service.js';
import { GroupsJobs } from '#groups/groups.jobs.js';
import { SuccessionService } from '#groups/succession/succession.service.js';
import { DAY } from '#kernel/clock.js';
import { MembershipRole } from '#members/membership.entity.js';
import { StandingService } from '#members/standing.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  ACCEPT_SUCCESSION,
  DECLINE_SUCCESSION,
  HIDDEN_GROUP,
  LEAVE_GROUP,
  LEAVE_WITHOUT_STEWARD,
  SUCCESSION_REQUESTS,
} from '../../support/factories/group-documents.js';
import { factories } from '../../support/factories/factories.js';
import { type Person, makePeople, signInAgain } from '../../support/factories/make-people.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import { methodMutant, ruleMutant, sqlMutant } from './product-mutants.js';
import {
  randomSuccessionSteps,
  SUCCESSION_PEOPLE,
  SuccessionModel,
  type SuccessionPerson,
  type SuccessionStep,
} from './succession-model.js';
import { testAgainstModel } from './test-against-model.js';

const app = useApp({ TRAMA_WORKER: '0' });

const UNARCHIVE_GROUP = 'mutation ($id: ID!) { unarchiveGroup(groupId: $id) { id } }';
const GROUP = 'query ($slug: String!) { group(slug: $slug) { myRole seeksSteward archivedAt } }';
const { member, facilitator, steward } = MembershipRole;
const ROLES: Partial<Record<SuccessionPerson, MembershipRole>> = { two: steward, fac: facilitator };

class World {
  readonly model = new SuccessionModel();
  private constructor(
    private readonly people: Record<SuccessionPerson, Person>,
    private readonly group: { readonly id: string; readonly slug: string },
  ) {}

  static async begin(): Promise<World> {
    const kinds = SUCCESSION_PEOPLE.map((name) => [name, 'member'] as const);
    const people = (await makePeople(app, Object.fromEntries(kinds))) as World['people'];
    const group = await factories.group(app, { steward: people.ste, ...HIDDEN_GROUP });
    for (const name of SUCCESSION_PEOPLE.slice(1)) {
      const person = people[name];
      await factories.membership(app, { group, person, role: ROLES[name] ?? member });
    }
    // The facilitator joined last, so that the order of the others alone follows from seniority.
    await app.db.query(
      `update membership set joined_at = joined_at + interval '1 hour'
       where group_id = $1 and role = 'facilitator'`,
      [group.id],
    );
    await app.get(EventsWorker).drain();
    return new World(people, group);
  }

  async take(step: SuccessionStep): Promise<void> {
    if (step.kind === 'race') await this.race(step);
    else {
      const isRefused = !(await this.perform(step));
      expect({ step, isRefused }).toEqual({ step, isRefused: this.model.isRefused(step) });
      if (!isRefused) this.model.take(step);
    }
    await app.get(EventsWorker).drain();
    await this.compare();
  }

  /** Returns whether the product did the step. */
  private async perform({ kind, of, days }: SuccessionStep): Promise<boolean> {
    if (kind === 'wait' || kind === 'pass') {
      app.clock.move(days * DAY);
      if (kind === 'pass') await app.get(GroupsJobs).searchStewards();
      return true;
    }
    if (kind === 'flicker') {
      await this.changeStanding('restore', of);
      return this.changeStanding('suspend', of);
    }
    if (kind === 'suspend' || kind === 'restore') return this.changeStanding(kind, of);
    if (kind === 'unarchive') return (await this.send(of, UNARCHIVE_GROUP, this.group.id)) === 'OK';
    return kind === 'leave' ? this.leave(of) : this.answer(kind === 'accept', of);
  }

  private async changeStanding(kind: 'suspend' | 'restore', of: SuccessionPerson) {
    const { accountId } = this.people[of];
    const standing = app.get(StandingService);
    await app.db.write(() =>
      kind === 'suspend'
        ? standing.suspend(accountId, app.clock.in(400 * DAY))
        : standing.restore(accountId),
    );
    return true;
  }

  /** The only steward is refused until they confirm that members will be asked. */
  private async leave(of: SuccessionPerson): Promise<boolean> {
    const id = await this.membershipOf(of);
    const code = await this.send(of, LEAVE_GROUP, id);
    const isLast = this.model.places[of].isSteward && !this.model.hasStewardBesides(of);
    const hasOthers = SUCCESSION_PEOPLE.some((name) => name !== of && this.model.places[name].isIn);
    if (!this.model.isActive(of) || !isLast || !hasOthers) return code === 'OK';
    expect({ of, code }).toEqual({ of, code: 'CONFLICT' });
    return (await this.send(of, LEAVE_WITHOUT_STEWARD, id)) === 'OK';
  }

  private async answer(isYes: boolean, of: SuccessionPerson): Promise<boolean> {
    const document = isYes ? ACCEPT_SUCCESSION : DECLINE_SUCCESSION;
    return (await this.send(of, document, await this.requestOf(of))) === 'OK';
  }

  /** The asked member accepts twice while a steward is restored: at most one acceptance succeeds. */
  private async race(step: SuccessionStep): Promise<void> {
    const of = this.model.open ?? step.of;
    const isOpen = this.model.open !== null;
    const id = await this.requestOf(of);
    const asked = await signInAgain(this.people[of]);
    const accept = () => apiAs(asked).code(ACCEPT_SUCCESSION, { id });
    const [one, two] = await Promise.all([
      accept(),
      accept(),
      this.changeStanding('restore', 'ste'),
    ]);
    const accepted = [one, two].filter((code) => code === 'OK').length;
    const { isIn, isSuspended, isSteward } = this.model.places.ste;
    const mayComeBack = isIn && isSuspended && isSteward;
    expect(accepted).toBeLessThanOrEqual(isOpen ? 1 : 0);
    if (isOpen && !mayComeBack) expect(accepted).toBe(1);
    if (accepted) this.model.take({ ...step, kind: 'accept', of });
    this.model.take({ ...step, kind: 'restore', of: 'ste' });
  }

  private async compare(): Promise<void> {
    for (const name of SUCCESSION_PEOPLE) {
      const person = apiAs(await signInAgain(this.people[name]));
      if (!this.model.isActive(name)) {
        const code = await person.code(GROUP, { slug: this.group.slug });
        expect(['FORBIDDEN', 'NOT_FOUND']).toContain(code);
        continue;
      }
      const { group } = await person.ask(GROUP, { slug: this.group.slug });
      const { successionRequests } = await person.ask(SUCCESSION_REQUESTS);
      const { isSteward } = this.model.places[name];
      const { myRole, seeksSteward, archivedAt } = group;
      const isAsked = successionRequests.length > 0;
      expect({ name, myRole, seeksSteward, isAsked, isArchived: archivedAt !== null }).toEqual({
        ...{ name, myRole: isSteward ? steward : (ROLES[name] ?? member) },
        ...{ seeksSteward: this.model.seeksSteward, isAsked: this.model.open === name },
        isArchived: this.model.isArchived,
      });
    }
  }

  private async send(of: SuccessionPerson, document: string, id: string): Promise<string> {
    return apiAs(await signInAgain(this.people[of])).code(document, { id });
  }

  private async membershipOf(name: SuccessionPerson): Promise<string> {
    const sql = 'select id from membership where group_id = $1 and account_id = $2';
    const values = [this.group.id, this.people[name].accountId];
    return (await app.db.query<{ id: string }>(sql, values))[0]!.id;
  }

  /** The latest request to the person, or an id of no request. */
  private async requestOf(name: SuccessionPerson): Promise<string> {
    const sql = `select id from succession_request where membership_id = $1
      order by asked_at desc limit 1`;
    const [request] = await app.db.query<{ id: string }>(sql, [await this.membershipOf(name)]);
    return request?.id ?? crypto.randomUUID();
  }
}

async function differenceInHistories(): Promise<string | null> {
  const histories = fc.asyncProperty(randomSuccessionSteps, async (steps) => {
    const world = await World.begin();
    for (const step of steps) await world.take(step);
  });
  const details = await fc.check(histories, { numRuns: numberOfRuns(3), endOnFailure: true });
  return details.failed ? fc.defaultReportMessage(details)! : null;
}

testAgainstModel({
  title: 'a group without a steward asks one member at a time, and is archived when nobody accepts',
  app: () => app,
  differenceIn: differenceInHistories,
  mutants: {
    succession: [
      methodMutant('two are asked at once', SuccessionService, 'canStillAccept', () => false),
      sqlMutant('facilitators are not asked first', /m\.role = 'facilitator' desc, /, ''),
      sqlMutant('a member is asked twice', /r\.asked_at >= \$2/, 'false'),
      sqlMutant(
        'suspended members are asked',
        /\(a\.standing = 'member'\s+and a\.deletion/,
        '(a.deletion',
      ),
      sqlMutant(
        'a vacancy outlasts a new steward',
        /delete from steward_vacancy where/,
        '$& false and',
      ),
      methodMutant('no group is archived', GroupArchiveService, 'archive', () => undefined),
      ruleMutant('a late answer counts', 'SuccessionRequest', 'accept', {
        ...{ kind: 'forbid', fact: 'expiresAt' },
      }),
    ],
  },
});
