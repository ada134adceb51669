import { CaseTransitions } from '#support/requests/case-transitions.js';
import { CaseSilenceService } from '#support/requests/continuation/case-silence.service.js';
import { SupportAssignmentService } from '#support/requests/support-assignment.service.js';
import { WorkloadService } from '#support/requests/workload/workload.service.js';
import { useApp } from '../../support/app/app.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import { combinedMutant, methodMutant, ruleMutant, viewMutant } from '../models/product-mutants.js';
import { differenceInHistories } from '../models/play-histories.js';
import { testAgainstModel } from '../models/test-against-model.js';
import { CASE_BEGINNING, caseHistories } from './case-steps.js';
import { CaseWorld } from './case-world.js';

const app = useApp({ TRAMA_WORKER: '0' });

/** Random steps of a history after its beginning. */
const LENGTH = 280;
/** `npm test` plays more than 2,000 steps, `npm run test:long` ten times as many. */
const HISTORIES = numberOfRuns(7);

const difference = () =>
  differenceInHistories({
    choices: caseHistories(LENGTH),
    runs: HISTORIES,
    beginning: CASE_BEGINNING,
    begin: () => CaseWorld.begin(app),
    describe: ({ kind, by, request, other }) =>
      [kind, by, request, other === by ? '' : other].join(' ').trimEnd(),
  });

testAgainstModel({
  title: 'only the people of a request read it, and it has a next step or an end in each state',
  app: () => app,
  withinMs: 1_800_000,
  differenceIn: difference,
  mutants: {
    cases: [
      viewMutant('a conflict of interest keeps the threads', 'case_thread_reader', (is) =>
        is.replace(/AND \(?NOT is_recused\([^)]*\)\)?/, ''),
      ),
      ruleMutant('a conflict of interest keeps the content', 'SupportRequest', 'readFile', {
        ...{ kind: 'forbid', fact: 'recusedIds' },
      }),
      ruleMutant('a conflict of interest keeps the links', 'SupportRequest', 'readLinks', {
        ...{ kind: 'forbid', fact: 'recusedIds' },
      }),
      ruleMutant('a supporter reads tasks before they accept', 'SupportRequest', 'manageTasks', {
        ...{ kind: 'forbid', fact: 'stage' },
      }),
      ruleMutant('a supporter sees their own request in the queue', 'SupportRequest', 'queue', {
        ...{ kind: 'forbid', fact: 'requesterId' },
      }),
      methodMutant(
        'a supporter without the duty keeps cases',
        SupportAssignmentService,
        'returnAll',
        async () => undefined,
      ),
      methodMutant(
        'an excluded supporter keeps the case',
        CaseTransitions,
        'changeReaders',
        (_was, args) => (args[1] as unknown as () => Promise<boolean>)(),
      ),
      methodMutant('a silent case never ends', CaseSilenceService, 'close', async () => undefined),
      methodMutant(
        'the time to answer is on hold after the answer of the requester',
        CaseTransitions,
        'resumeClaim',
        async () => undefined,
      ),
      methodMutant('a claim never ends', SupportAssignmentService, 'sweep', async () => undefined),
      methodMutant(
        'somebody who rests takes requests',
        WorkloadService,
        'assertMayTake',
        async () => undefined,
      ),
      methodMutant(
        'a rest keeps the cases',
        SupportAssignmentService,
        'releaseAll',
        async () => undefined,
      ),
      combinedMutant(
        'an end for conduct does not separate',
        viewMutant('', 'case_tie', (is) => is.replace(/a\.is_for_conduct/, 'false')),
      ),
    ],
  },
});
