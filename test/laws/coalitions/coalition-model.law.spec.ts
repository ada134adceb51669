import fc from 'fast-check';
import { CoalitionGrant } from '#coalitions/grants/coalition-grant.entity.js';
import { GrantRows } from '#coalitions/grants/grant-rows.js';
import type { GivenGrant } from '#coalitions/grants/grant.view.js';
import { GrantsService } from '#coalitions/grants/grants.service.js';
import { MembershipEndingsService } from '#members/membership-endings.service.js';
import { useApp } from '../../support/app/app.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import {
  combinedMutant,
  methodMutant,
  ruleMutant,
  sqlMutant,
  viewMutant,
} from '../models/product-mutants.js';
import { testAgainstModel } from '../models/test-against-model.js';
import { randomCoalitionSteps } from './coalition-steps.js';
import { CoalitionWorld } from './coalition-world.js';

const app = useApp({ TRAMA_WORKER: '0' });

/** Plays random histories. Returns the first difference between product and model, or null. */
async function differenceInHistories(): Promise<string | null> {
  const histories = fc.asyncProperty(randomCoalitionSteps, async (steps) => {
    const world = await CoalitionWorld.begin(app);
    for (const step of steps) await world.take(step);
  });
  const details = await fc.check(histories, { numRuns: numberOfRuns(5), endOnFailure: true });
  // The report of fast-check leaves out the error, which names the step.
  return details.failed ? `${details.errorInstance}\n${fc.defaultReportMessage(details)!}` : null;
}

const notClosed = (action: string) =>
  ruleMutant(`${action} while closed`, 'CoalitionGrant', action, {
    ...{ kind: 'forbid', fact: 'coalitionId' },
  });

testAgainstModel({
  title:
    'people take part exactly as long as an accepted grant explains it, and nobody learns through which',
  app: () => app,
  differenceIn: differenceInHistories,
  mutants: {
    coalitions: [
      methodMutant(
        'entries outlive the grants that explained them',
        MembershipEndingsService,
        'endUnexplainedEntries',
        async () => undefined,
      ),
      methodMutant('leaving keeps the acceptances', GrantRows, 'withdrawAcceptances', async () => {
        return undefined;
      }),
      methodMutant('declining changes nothing', GrantRows, 'decline', async () => undefined),
      combinedMutant(
        'a coalition is open to separated people',
        ...[notClosed('receive'), notClosed('accept')],
      ),
      viewMutant('the owners stay coalition stewards', 'coalition_role', (is) =>
        is.replaceAll(/AND o\.is_steward/g, 'AND false'),
      ),
      viewMutant('a participant that left is near', 'coalition_person', (is) =>
        is.replaceAll('p.ended_at IS NULL', 'true'),
      ),
      sqlMutant('everybody shows their participants', /g\.shown_in_id = e\.id and/, ''),
      methodMutant(
        'delegates learn whether a grant was accepted',
        GrantsService,
        'given',
        async (was, args) => {
          const all = (await was(...args)) as GivenGrant[];
          const rows = await app.db.repo(CoalitionGrant).find();
          const accepted = new Set(rows.filter((one) => one.acceptedAt).map(({ id }) => id));
          return all.filter(({ id }) => !accepted.has(id));
        },
      ),
    ],
  },
});
