import fc from 'fast-check';
import { HandOverCase } from '#support/partners/hand-over-case.js';
import { PartnerParts } from '#support/partners/partner-parts.js';
import { HelperParts } from '#support/helpers/helper-parts.js';
import { useApp } from '../../../support/app/app.js';
import { numberOfRuns } from '../../../support/sampled-sweeps.js';
import { methodMutant, ruleMutant, viewMutant } from '../../models/product-mutants.js';
import { testAgainstModel } from '../../models/test-against-model.js';
import { SIDE_BEGINNING, sideHistories, type SideStep } from './side-steps.js';
import { SideWorld } from './side-world.js';

const app = useApp({ TRAMA_WORKER: '0' });

/** Random steps of a history after its beginning. */
const LENGTH = 100;
const HISTORIES = numberOfRuns(1);

/** Plays random histories. Returns the first difference between product and model, or null. */
async function differenceInHistories(): Promise<string | null> {
  const histories = fc.asyncProperty(sideHistories(LENGTH), async (choices) => {
    const world = await SideWorld.begin(app);
    const steps: SideStep[] = [];
    try {
      for (const [at, step] of SIDE_BEGINNING.entries()) {
        steps.push(step);
        await world.take(step, at);
      }
      for (const choice of choices) {
        const step = world.choose(choice);
        steps.push(step);
        await world.take(step, choice.probe);
      }
      await world.finish();
    } catch (error) {
      throw new Error(`${historyOf(steps)}\n${error}`, { cause: error });
    }
  });
  const details = await fc.check(histories, { numRuns: HISTORIES, endOnFailure: true });
  return details.failed ? `${details.errorInstance}\nseed ${details.seed}` : null;
}

const historyOf = (steps: readonly SideStep[]): string =>
  steps.map(({ kind, by, other }) => [kind, by, other === by ? '' : other].join(' ')).join('\n');

testAgainstModel({
  title:
    'only people with a part in a case read it, and each of them only what belongs to the part',
  app: () => app,
  withinMs: 900_000,
  differenceIn: differenceInHistories,
  mutants: {
    people: [
      viewMutant('an invited person reads before they accept', 'case_thread_reader', (is) =>
        is.replace(/\(?p\.accepted_at IS NOT NULL\)? AND /, ''),
      ),
      viewMutant('a helper reads after the end', 'case_thread_reader', (is) =>
        is.replace(/\(?h\.state = 'open'::text\)? AND /, ''),
      ),
      methodMutant('a helper keeps their thread on the partner side', HelperParts, 'endOf', () =>
        Promise.resolve(),
      ),
      methodMutant('separated people meet on one side', PartnerParts, 'assertMayMeet', () =>
        Promise.resolve(),
      ),
      ruleMutant('a supporter works for people whom they know', 'SupportRequest', 'readFile', {
        ...{ kind: 'forbid', fact: 'recusedIds' },
      }),
      methodMutant('a case stays with its former requester', HandOverCase, 'accept', () =>
        Promise.resolve(),
      ),
      methodMutant('helpers stay when the case loses its supporters', HelperParts, 'endAll', () =>
        Promise.resolve(),
      ),
    ],
  },
});
