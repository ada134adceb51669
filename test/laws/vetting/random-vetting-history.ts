import type { VettingAct } from './vetting-acts.js';
import type { VettingModel } from './vetting-model.js';
import { randomActsOf, anyConcurrentActs, type VettingTheme } from './history-themes.js';
import { randomHistory, type ModelRule } from '../models/model-steps.js';
import { verdictOf } from './expected-verdicts.js';

/**
 * The comparison treats two refusals as equal, because the second of two concurrent decisions gets either of them:
 * already decided, or NOT_FOUND.
 */
export const vettingRule: ModelRule<VettingAct, VettingModel> = {
  verdictOf,
  told: (verdict) => (verdict === 'application.decided' ? 'NOT_FOUND' : verdict),
};

/** Generates the random acts that follow the theme's beginning. */
export const anyVettingHistory = (theme: VettingTheme, acts: number) =>
  randomHistory(vettingRule, randomActsOf(theme), anyConcurrentActs, acts);
