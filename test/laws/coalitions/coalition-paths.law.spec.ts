import fc from 'fast-check';
import { CoalitionGrant } from '#coalitions/grants/coalition-grant.entity.js';
import { GrantRows } from '#coalitions/grants/grant-rows.js';
import type { GivenGrant } from '#coalitions/grants/grant.view.js';
import { GrantsService } from '#coalitions/grants/grants.service.js';
import { Forbidden } from '#kernel/errors.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { useApp } from '../../support/app/app.js';
import { closeAllSockets } from '../../support/app/sockets.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import { methodMutant, type Mutant, sqlMutant } from '../models/product-mutants.js';
import { testAgainstModel } from '../models/test-against-model.js';
import { type CoalitionStep, historyOf, randomChoices } from './coalition-steps.js';
import { beginningOf, CoalitionTwins, type Difference } from './coalition-twins.js';

const app = useApp({ TRAMA_WORKER: '0' });

const LENGTH = 24;

/** Plays random histories in two worlds. Returns the first difference that somebody sees, or null. */
async function differenceInTwins(difference: Difference): Promise<string | null> {
  const histories = fc.asyncProperty(randomChoices(LENGTH), async (choices) => {
    const twins = await CoalitionTwins.begin(app, difference);
    const steps: CoalitionStep[] = [];
    const take = async (step: CoalitionStep | undefined) => {
      if (!step) return;
      steps.push(step);
      await twins.take(step);
    };
    try {
      for (const step of beginningOf(difference)) await take(step);
      await twins.compareAll();
      for (const choice of choices) await take(twins.choose(choice));
      await twins.compareAll();
      await twins.expectNoLinks();
    } catch (error) {
      throw new Error(`${historyOf(steps)}\n${error}`, { cause: error });
    } finally {
      closeAllSockets();
    }
  });
  const details = await fc.check(histories, { numRuns: numberOfRuns(1), endOnFailure: true });
  return details.failed ? `${details.errorInstance}\nseed ${details.seed}` : null;
}

const acceptedGrants = async () => {
  const rows = await app.db.repo(CoalitionGrant).find();
  return new Set(rows.filter((one) => one.acceptedAt).map(({ id }) => id));
};

const DELEGATES_OF_GRANT = `
  select c.account_id as "accountId", c.coalition_id as id from coalition_role c
  join coalition_grant g on g.participant_id = c.participant_id where g.id = $1 and c.is_delegate`;
const answersAreTold = methodMutant(
  'delegates are notified when somebody answers',
  GrantRows,
  'accept',
  async (was, args) => {
    await was(...args);
    type Told = { readonly accountId: string; readonly id: string };
    for (const { accountId, id } of await app.db.query<Told>(DELEGATES_OF_GRANT, [args[0]])) {
      app.get(RealtimeService).tell([accountId], { subject: 'group', id });
    }
  },
);
const allIsShown = sqlMutant(
  'everybody shows the participants of their grants',
  /g\.shown_in_id = e\.id and/,
  '',
);

const MUTANTS: Readonly<Record<Difference, readonly Mutant[]>> = {
  path: [allIsShown, answersAreTold],
  second: [allIsShown, answersAreTold],
  answer: [
    answersAreTold,
    methodMutant(
      'delegates see only the grants that wait',
      GrantsService,
      'given',
      async (was, args) => {
        const accepted = await acceptedGrants();
        return ((await was(...args)) as GivenGrant[]).filter(({ id }) => !accepted.has(id));
      },
    ),
    methodMutant(
      'the grants that wait are listed first',
      GrantsService,
      'given',
      async (was, args) => {
        const accepted = await acceptedGrants();
        return ((await was(...args)) as GivenGrant[]).toSorted(
          (a, b) => Number(accepted.has(a.id)) - Number(accepted.has(b.id)),
        );
      },
    ),
    methodMutant(
      'a grant that was accepted cannot be withdrawn',
      GrantsService,
      'withdraw',
      async (was, args) => {
        const [, grantId] = args as unknown as [unknown, string];
        if ((await acceptedGrants()).has(grantId)) throw new Forbidden();
        return was(...args);
      },
    ),
  ],
};

testAgainstModel({
  title: 'two worlds with this difference look the same to everybody else',
  mutants: MUTANTS,
  app: () => app,
  differenceIn: differenceInTwins,
});
