import fc from 'fast-check';
import { useApp } from '../../support/app/app.js';
import type { ModerationAct } from './moderation-acts.js';
import type { ScriptedHistory } from './scripted-histories.js';
import { ModerationModel } from './moderation-model.js';
import { MODERATION_MUTANTS } from './moderation-mutants.js';
import {
  randomActsOf,
  anyConcurrentActs,
  type HistoryTheme,
  type ModerationThemeName,
  HISTORY_THEMES,
} from './history-themes.js';
import { verdictOf } from './expected-verdicts.js';
import { ModerationWorld } from './moderation-world.js';
import { testAgainstModel } from '../models/test-against-model.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import {
  randomHistory,
  ConcurrentSteps,
  type ModelRule,
  ModelStep,
} from '../models/model-steps.js';

/** Number of random histories per beginning. */
const HISTORIES = 1;
/** Maximum number of acts per history. Most acts are skipped because they are not possible at that moment. */
const ACTS = 60;

/**
 * A fixed seed repeats the same histories, so that the suite does not fail by chance. Longer runs (TRAMA_RUNS) use new
 * seeds.
 */
const SEED = 20_261_126;
const chance = process.env['TRAMA_RUNS'] ? {} : { seed: SEED };

const app = useApp({ TRAMA_WORKER: '0' });
let world: ModerationWorld;
beforeAll(async () => {
  world = await new ModerationWorld(app).make();
}, 60_000);

/** Refusals that the later of two concurrent acts may receive. */
const GONE = ['NOT_FOUND', 'policy.refused', 'appeal.heard'];
const rule: ModelRule<ModerationAct, ModerationModel> = {
  verdictOf,
  told: (verdict) => (GONE.includes(verdict) ? 'gone' : verdict),
};

const stepOf = (acts: ScriptedHistory[number]) =>
  Array.isArray(acts)
    ? new ConcurrentSteps(rule, acts)
    : new ModelStep(rule, acts as ModerationAct, true);

/** Replays a scripted history and returns the model after it. */
async function livesThrough(told: ScriptedHistory): Promise<ModerationModel> {
  await world.begin();
  const model = new ModerationModel();
  await world.expectAs(model);
  for (const acts of told) await stepOf(acts).run(model, world);
  return model;
}

/** Creates the property that random histories with this beginning must have. */
const lawOf = (theme: HistoryTheme, beginning: ScriptedHistory) =>
  fc.asyncProperty(
    randomHistory(rule, randomActsOf(theme), anyConcurrentActs, ACTS),
    async (commands) => {
      const model = await livesThrough(beginning);
      await fc.asyncModelRun(() => ({ model, real: world }), commands);
    },
  );

/** Replays histories of a theme until product and model differ. Returns the difference, or null if there is none. */
async function differenceIn(name: ModerationThemeName): Promise<string | null> {
  const { told, ...theme }: HistoryTheme = HISTORY_THEMES[name];
  const found = (error: unknown) => `${world.lived.join('\n')}\n${String(error)}`;
  for (const one of [...told, ...theme.beginnings]) {
    const problem = await livesThrough(one).then(() => null, found);
    if (problem) return problem;
  }
  for (const beginning of theme.beginnings) {
    const options = { ...chance, numRuns: numberOfRuns(HISTORIES), endOnFailure: true };
    const run = await fc.check(lawOf({ told, ...theme }, beginning), options);
    if (run.failed) return found(run.errorInstance);
  }
  return null;
}

testAgainstModel({
  title:
    'no one decides with a conflict of interest, and everyone has exactly the rights of the model',
  mutants: MODERATION_MUTANTS,
  app: () => app,
  differenceIn,
});
