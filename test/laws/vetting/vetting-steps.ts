import type { Act } from './vetting-acts.js';
import type { VettingModel } from './vetting-model.js';
import { actsOf, anyRace, type Theme } from './vetting-themes.js';
import { historyOf, type Rule } from '../models/steps.js';
import { verdictOf } from './vetting-verdicts.js';

/** The second of two concurrent decisions is refused as decided or as NOT_FOUND. */
export const rule: Rule<Act, VettingModel> = {
  verdictOf,
  told: (verdict) => (verdict === 'application.decided' ? 'NOT_FOUND' : verdict),
};

/** Generates the random acts that follow the theme's beginning. */
export const anyHistory = (theme: Theme, acts: number) =>
  historyOf(rule, actsOf(theme), anyRace, acts);
