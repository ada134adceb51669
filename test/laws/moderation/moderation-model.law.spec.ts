import fc from 'fast-check';
import { useApp } from '../../support/app/app.js';
import type { Act } from './moderation-acts.js';
import type { Told } from './moderation-cases.js';
import { ModerationModel } from './moderation-model.js';
import { MUTANTS } from './moderation-mutants.js';
import { actsOf, anyRace, type Theme, type ThemeName, THEMES } from './moderation-themes.js';
import { verdictOf } from './moderation-verdicts.js';
import { ModerationWorld } from './moderation-world.js';
import { holdToModel } from '../models/model-law.js';
import { runs } from '../../support/sample.js';
import { historyOf, Race, type Rule, Step } from '../models/steps.js';

/** With each beginning. */
const HISTORIES = 1;
/** At most; most are skipped where they stand, since there is nothing to do or nobody to do it. */
const ACTS = 60;

/** The suite lives through the same histories each time, so that it never fails by chance; more time brings new ones. */
const SEED = 20_261_126;
const chance = process.env['TRAMA_RUNS'] ? {} : { seed: SEED };

const app = useApp({ TRAMA_WORKER: '0' });
let world: ModerationWorld;
beforeAll(async () => {
  world = await new ModerationWorld(app).make();
}, 60_000);

/** Whoever comes second finds it gone, or sees that it was done. */
const GONE = ['NOT_FOUND', 'policy.refused', 'appeal.heard'];
const rule: Rule<Act, ModerationModel> = {
  verdictOf,
  told: (verdict) => (GONE.includes(verdict) ? 'gone' : verdict),
};

const stepOf = (acts: Told[number]) =>
  Array.isArray(acts) ? new Race(rule, acts) : new Step(rule, acts as Act, true);

/** Lives through what is told, and gives where it came to. */
async function livesThrough(told: Told): Promise<ModerationModel> {
  await world.begin();
  const model = new ModerationModel();
  await world.expectAs(model);
  for (const acts of told) await stepOf(acts).run(model, world);
  return model;
}

/** Histories with this beginning. */
const lawOf = (theme: Theme, beginning: Told) =>
  fc.asyncProperty(historyOf(rule, actsOf(theme), anyRace, ACTS), async (commands) => {
    const model = await livesThrough(beginning);
    await fc.asyncModelRun(() => ({ model, real: world }), commands);
  });

/** Lives through the histories of a theme until the product and the model differ; tells where, or nothing. */
async function differenceIn(name: ThemeName): Promise<string | null> {
  const { told, ...theme }: Theme = THEMES[name];
  const found = (error: unknown) => `${world.lived.join('\n')}\n${String(error)}`;
  for (const one of [...told, ...theme.beginnings]) {
    const problem = await livesThrough(one).then(() => null, found);
    if (problem) return problem;
  }
  for (const beginning of theme.beginnings) {
    const options = { ...chance, numRuns: runs(HISTORIES), endOnFailure: true };
    const run = await fc.check(lawOf({ told, ...theme }, beginning), options);
    if (run.failed) return found(run.errorInstance);
  }
  return null;
}

holdToModel({
  title:
    'nobody decides in what they are tied to, and everybody may do what the rules say and no more',
  mutants: MUTANTS,
  app: () => app,
  differenceIn,
});
