import { EventsWorker } from '#events/events.worker.js';
import { GroupsJobs } from '#groups/groups.jobs.js';
import { DAY, HOUR } from '#kernel/clock.js';
import { MembershipRole } from '#members/membership.entity.js';
import { StandingService } from '#members/standing.service.js';
import type { TestApp } from '../app/app.js';
import { apiAs } from '../app/client.js';
import { factories } from './factories.js';
import { HIDDEN_GROUP, SUCCESSION_REQUESTS } from './group-documents.js';
import { type Person, makePeople, signInAgain } from './make-people.js';

const GROUP =
  'query ($slug: String!) { group(slug: $slug) { myRole seeksSteward isOnlySteward archivedAt } }';

/** Steps and readings of the search for a steward. */
export const successionSteps = (app: TestApp) => {
  const drain = () => app.get(EventsWorker).drain();
  /** Moves the clock and runs the hourly job. */
  async function pass(duration: number): Promise<void> {
    app.clock.move(duration);
    await app.get(GroupsJobs).searchStewards();
    await drain();
  }
  const suspend = async ({ accountId }: Person) => {
    await app.db.write(() => app.get(StandingService).suspend(accountId, app.clock.in(90 * DAY)));
    await drain();
  };
  const restore = async ({ accountId }: Person) => {
    await app.db.write(() => app.get(StandingService).restore(accountId));
    await drain();
  };

  /** A hidden group with steward Ste, facilitator Fac, and the members Ana and Ben, who joined in this order. */
  async function held() {
    const people = await makePeople(app, {
      ...({
        ste: 'steward',
        ana: 'member',
        ben: 'member',
        fac: 'member',
        out: 'outsider',
      } as const),
    });
    const { ste, ana, ben, fac } = people;
    const group = await factories.group(app, { steward: ste, ...HIDDEN_GROUP });
    for (const [at, person] of [ana, ben].entries()) {
      const { id } = await factories.membership(app, { group, person });
      await app.db.query('update membership set joined_at = $2 where id = $1', [
        ...[id, app.clock.in((at - 5) * HOUR)],
      ]);
    }
    await factories.membership(app, { group, person: fac, role: MembershipRole.facilitator });
    await drain();
    const idOf = async ({ accountId }: Person): Promise<string> => {
      const sql =
        'select id from membership where group_id = $1 and account_id = $2 and ended_at is null';
      return (await app.db.query<{ id: string }>(sql, [group.id, accountId]))[0]!.id;
    };
    const seen = async (who: Person) =>
      (await apiAs(await signInAgain(who)).ask(GROUP, { slug: group.slug })).group;
    const stewards = () =>
      app.db.query<{ account_id: string }>(
        `select account_id from membership where group_id = $1 and role = 'steward' and ended_at is null`,
        [group.id],
      );
    return { ...people, group, idOf, seen, stewards };
  }

  const requestsTo = async (who: Person) =>
    (await apiAs(await signInAgain(who)).ask(SUCCESSION_REQUESTS)).successionRequests;
  /** The names of the people with a request that they can accept. */
  async function asked(...people: Person[]): Promise<string[]> {
    const found: string[] = [];
    for (const who of people) if ((await requestsTo(who)).length > 0) found.push(who.name);
    return found;
  }
  const answer = async (who: Person, document: string, id: string) =>
    apiAs(await signInAgain(who)).code(document, { id });
  return { drain, pass, suspend, restore, held, requestsTo, asked, answer };
};
