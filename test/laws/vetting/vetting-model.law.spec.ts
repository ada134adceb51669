import fc from 'fast-check';
import { Instance } from '#settings/instance.entity.js';
import { useApp } from '../../support/app/app.js';
import { manyMembers } from '../../support/factories/vetting.js';
import { holdToModel } from '../models/model-law.js';
import { runs } from '../../support/sample.js';
import type { Act } from './vetting-acts.js';
import { VettingModel } from './vetting-model.js';
import { MUTANTS } from './vetting-mutants.js';
import { Race, Step } from '../models/steps.js';
import { anyHistory, rule } from './vetting-steps.js';
import { type Theme, type ThemeName, THEMES } from './vetting-themes.js';
import { VettingWorld } from './vetting-world.js';

/** With each beginning. */
const HISTORIES = 1;
/** At most; most are skipped where they stand, since there is nothing to do or nobody to do it. */
const ACTS = 40;

/** The suite lives through the same histories each time, so that it never fails by chance; more time brings new ones. */
const SEED = 20_261_125;
const chance = process.env['TRAMA_RUNS'] ? {} : { seed: SEED };

const app = useApp({ TRAMA_WORKER: '0' });
beforeAll(async () => {
  const closed = { foundedAt: app.clock.now(), foundingClosedAt: app.clock.now() };
  await app.db.repo(Instance).insert(closed);
  await manyMembers(app);
}, 60_000);

type Beginning = Theme['beginnings'][number];

const stepOf = (acts: Beginning[number]) =>
  Array.isArray(acts) ? new Race(rule, acts) : new Step(rule, acts as Act, true);

/** Histories with this beginning. */
const lawOf = (theme: Theme, beginning: Beginning) =>
  fc.asyncProperty(anyHistory(theme, ACTS), async (commands) => {
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

/** Lives through the histories of a theme until the product and the model differ; tells where, or nothing. */
async function differenceIn(name: ThemeName): Promise<string | null> {
  const theme: Theme = THEMES[name];
  for (const beginning of theme.beginnings) {
    const options = { ...chance, numRuns: runs(HISTORIES), endOnFailure: true };
    const run = await fc.check(lawOf(theme, beginning), options);
    if (run.failed) return fc.defaultReportMessage(run) ?? '';
  }
  return null;
}

holdToModel({
  title: 'P19: nobody is a member without R1, and everybody may do what the rules say and no more',
  mutants: MUTANTS,
  app: () => app,
  differenceIn,
});
