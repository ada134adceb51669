import type { Act } from './vetting-acts.js';
import type { VettingModel } from './vetting-model.js';
import { actsOf, anyRace, type Theme } from './vetting-themes.js';
import { historyOf, type Rule } from '../models/steps.js';
import { verdictOf } from './vetting-verdicts.js';

/** Whoever comes second to a decision is told that it was taken, or finds it gone. */
export const rule: Rule<Act, VettingModel> = {
  verdictOf,
  told: (verdict) => (verdict === 'application.decided' ? 'NOT_FOUND' : verdict),
};

/** What comes of chance, once it has begun. */
export const anyHistory = (theme: Theme, acts: number) =>
  historyOf(rule, actsOf(theme), anyRace, acts);
