import { HandOverCase } from '#support/partners/hand-over-case.js';
import { PartnerParts } from '#support/partners/partner-parts.js';
import { CasePauses } from '#support/pauses/case-pauses.js';
import { HelperParts } from '#support/helpers/helper-parts.js';
import { useApp } from '../../../support/app/app.js';
import { numberOfRuns } from '../../../support/sampled-sweeps.js';
import { methodMutant, ruleMutant, viewMutant } from '../../models/product-mutants.js';
import { differenceInHistories } from '../../models/play-histories.js';
import { testAgainstModel } from '../../models/test-against-model.js';
import { SIDE_BEGINNING, sideHistories } from './side-steps.js';
import { SideWorld } from './side-world.js';

const app = useApp({ TRAMA_WORKER: '0' });

/** Random steps of a history after its beginning. */
const LENGTH = 200;
/** `npm run test:long` plays 2,000 random steps. */
const HISTORIES = numberOfRuns(1);

const difference = () =>
  differenceInHistories({
    choices: sideHistories(LENGTH),
    runs: HISTORIES,
    beginning: SIDE_BEGINNING,
    begin: () => SideWorld.begin(app),
    describe: ({ kind, by, other }) => [kind, by, other === by ? '' : other].join(' ').trimEnd(),
  });

testAgainstModel({
  title:
    'only people with a part in a case read it, and each of them only what belongs to the part',
  app: () => app,
  withinMs: 900_000,
  differenceIn: difference,
  mutants: {
    people: [
      viewMutant('an invited person reads before they accept', 'case_thread_reader', (is) =>
        is.replace(/\(?p\.accepted_at IS NOT NULL\)? AND /, ''),
      ),
      viewMutant('a helper reads after the end', 'case_thread_reader', (is) =>
        is.replace(/\(?h\.state = 'open'::text\)? AND /, ''),
      ),
      viewMutant('a requester who left reads on', 'case_thread_reader', (is) =>
        is.replace(/WHERE \(?r\.left_at IS NULL\)?/, 'WHERE true'),
      ),
      methodMutant('a paused case goes to nobody', CasePauses, 'end', () => Promise.resolve()),
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
