import fc from 'fast-check';
import { Instance } from '#settings/instance.entity.js';
import { useApp } from '../../support/app/app.js';
import { makeTenMembers } from '../../support/factories/applicants-and-reviewers.js';
import { testAgainstModel } from '../models/test-against-model.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import type { VettingAct } from './vetting-acts.js';
import { VettingModel } from './vetting-model.js';
import { VETTING_MUTANTS } from './vetting-mutants.js';
import { ConcurrentSteps, ModelStep } from '../models/model-steps.js';
import { anyVettingHistory, vettingRule } from './random-vetting-history.js';
import { type VettingTheme, type VettingThemeName, VETTING_THEMES } from './history-themes.js';
import { VettingWorld } from './vetting-world.js';

/** Number of random histories per beginning. */
const HISTORIES = 1;
/** Maximum number of acts per history. Most acts are skipped because they are not possible at that moment. */
const ACTS = 40;

/**
 * A fixed seed repeats the same histories, so that the suite does not fail by chance. Longer runs (TRAMA_RUNS) use new
 * seeds.
 */
const SEED = 20_261_125;
const chance = process.env['TRAMA_RUNS'] ? {} : { seed: SEED };

const app = useApp({ TRAMA_WORKER: '0' });
beforeAll(async () => {
  const closed = { foundedAt: app.clock.now(), foundingClosedAt: app.clock.now() };
  await app.db.repo(Instance).insert(closed);
  await makeTenMembers(app);
}, 60_000);

type Beginning = VettingTheme['beginnings'][number];

const stepOf = (acts: Beginning[number]) =>
  Array.isArray(acts)
    ? new ConcurrentSteps(vettingRule, acts)
    : new ModelStep(vettingRule, acts as VettingAct, true);

/** Creates the property that random histories with this beginning must have. */
const lawOf = (theme: VettingTheme, beginning: Beginning) =>
  fc.asyncProperty(anyVettingHistory(theme, ACTS), async (commands) => {
    const world = await new VettingWorld(app).begin();
    try {
      const model = new VettingModel();
      await world.expectAs(model);
      for (const acts of beginning) await stepOf(acts).run(model, world);
      await fc.asyncModelRun(() => ({ model, real: world }), commands);
    } finally {
      await world.end();
    }
  });

/** Replays histories of a theme until product and model differ. Returns the difference, or null if there is none. */
async function differenceIn(name: VettingThemeName): Promise<string | null> {
  const theme: VettingTheme = VETTING_THEMES[name];
  for (const beginning of theme.beginnings) {
    const options = { ...chance, numRuns: numberOfRuns(HISTORIES), endOnFailure: true };
    const run = await fc.check(lawOf(theme, beginning), options);
    if (run.failed) return fc.defaultReportMessage(run) ?? '';
  }
  return null;
}

testAgainstModel({
  title:
    'P19: no one becomes a member except by rule R1, and everyone has exactly the rights of the model',
  mutants: VETTING_MUTANTS,
  app: () => app,
  differenceIn,
});
