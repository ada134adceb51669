import fc from 'fast-check';
import { GrantRows } from '#coalitions/grants/grant-rows.js';
import { EndedParties } from '#coalitions/participants/ended-parties.js';
import { MembershipEndingsService } from '#members/membership-endings.service.js';
import { POLICIES } from '#policy/engine/policies.js';
import { useApp } from '../../support/app/app.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import {
  combinedMutant,
  methodMutant,
  type Mutant,
  replaceProperty,
  ruleMutant,
  sqlMutant,
  viewMutant,
} from '../models/product-mutants.js';
import { testAgainstModel } from '../models/test-against-model.js';
import { coalitionHistories, type CoalitionStep, historyOf } from './coalition-steps.js';
import { CoalitionWorld } from './coalition-world.js';

const app = useApp({ TRAMA_WORKER: '0' });

/** Random steps of a history, of which about 280 are performed after the 40 of the beginning. */
const LENGTH = 300;
const HISTORIES = numberOfRuns(7);

/** `npm test` performs at least this many steps, and `npm run test:long` ten times as many. Skipped ones do not count. */
const LEAST_PERFORMED = numberOfRuns(2_000);

/** Plays random histories. Returns the first difference between product and model, or null. */
async function differenceInHistories(): Promise<string | null> {
  let performed = 0;
  const histories = fc.asyncProperty(coalitionHistories(LENGTH), async (choices) => {
    const world = await CoalitionWorld.begin(app);
    const steps: CoalitionStep[] = [];
    try {
      for (const choice of choices) {
        const step = world.model.choose(choice);
        steps.push(step);
        await world.take(step);
      }
      performed += world.performed;
    } catch (error) {
      throw new Error(`${historyOf(steps)}\n${error}`, { cause: error });
    }
  });
  const details = await fc.check(histories, { numRuns: HISTORIES, endOnFailure: true });
  if (details.failed) return `${details.errorInstance}\nseed ${details.seed}`;
  if (performed < LEAST_PERFORMED) throw new Error(`Only ${performed} steps were performed`);
  return null;
}

/** Every delegate may grant for every participant of the coalition. */
const delegatesGrantForAll: Mutant = {
  name: 'a delegate grants for other participants',
  takeOut() {
    const was = POLICIES.Participant;
    const policy: typeof was = (viewer, rules) => {
      was(viewer, rules);
      const { near, delegate } = viewer.coalitions;
      if (delegate.length > 0) rules.allow('grant', { coalitionId: { $in: near } });
    };
    return replaceProperty(POLICIES, 'Participant', policy);
  },
};
const notClosed = (action: string) =>
  ruleMutant(`${action} while closed`, 'CoalitionGrant', action, {
    ...{ kind: 'forbid', fact: 'coalitionId' },
  });

const SOURCE_HOLDS =
  /\(?COALESCE\(g\.membership_id, g\.affiliation_id\) = c\.source_id\)?|\(?c\.source_id = COALESCE\(g\.membership_id, g\.affiliation_id\)\)?/g;
const ignoresSource = (view: string) =>
  viewMutant(`${view} ignores the source`, view, (is) => is.replaceAll(SOURCE_HOLDS, 'true'));

testAgainstModel({
  title: 'people take part exactly as long as an accepted grant explains it',
  app: () => app,
  withinMs: 1_800_000,
  differenceIn: differenceInHistories,
  mutants: {
    coalitions: [
      methodMutant(
        'entries outlive the grants that explained them',
        MembershipEndingsService,
        'endUnexplainedEntries',
        async () => undefined,
      ),
      combinedMutant(
        'a grant outlives the membership for which it was given',
        ...[ignoresSource('coalition_access'), ignoresSource('coalition_role')],
      ),
      sqlMutant(
        'the accepted grant of another participant does not keep access',
        /and 0 = (\(select count\(\*\) from coalition_access)/,
        'and 0 <= $1',
      ),
      methodMutant('a withdrawn grant keeps access', GrantRows, 'delete', async () => undefined),
      methodMutant('leaving keeps the acceptances', GrantRows, 'withdrawAcceptances', async () => {
        return undefined;
      }),
      delegatesGrantForAll,
      combinedMutant(
        'a coalition is open to separated people',
        ...[notClosed('receive'), notClosed('accept')],
      ),
      viewMutant('the owners stay coalition stewards', 'coalition_role', (is) =>
        is.replaceAll(/AND o\.is_steward/g, 'AND false'),
      ),
      methodMutant(
        'archived groups and ended organisations stay participants',
        EndedParties,
        'endAllOf',
        async () => undefined,
      ),
      sqlMutant(
        'a shown participant survives a change of the name',
        /g\.shown_in_id = e\.id and/,
        'g.shown_in_id is not null and',
      ),
    ],
  },
});
