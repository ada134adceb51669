import { DAY } from '#kernel/clock.js';
import { STEP_MS, type Verdict } from '../models/model-steps.js';
import {
  type VettingAct,
  type VettingActOfKind,
  type VettingActKind,
  PROBATION_LEFT_MS,
} from './vetting-acts.js';
import type { VettingModel } from './vetting-model.js';

type Rules = {
  readonly [O in VettingActKind]: (model: VettingModel, act: VettingActOfKind<O>) => Verdict;
};
const HIDDEN = 'NOT_FOUND';

/** Returns the model's verdict on the act. Also applies the act to the model. */
export function verdictOf(model: VettingModel, act: VettingAct): Verdict {
  model.facts.now += STEP_MS;
  return (RULES[act.op] as (model: VettingModel, act: VettingAct) => Verdict)(model, act);
}

/** Returns whether a decision would be accepted now. Does not change the model. */
export function mayDecide(
  model: VettingModel,
  { who, says, isStale }: VettingActOfKind<'decide'>,
): Verdict {
  if (!model.mayRead(who)) return HIDDEN;
  if (!model.ownReview(who)) return 'policy.refused';
  if (isStale) return 'application.changed';
  if (!model.current().some(({ by }) => by === who)) return 'review.notConfirmed';
  if (model.agreed() !== says) return 'decision.reviewsDoNotAgree';
  return says === 'accept' && !model.hasVouches() ? 'decision.vouchesMissing' : 'ok';
}

const asked =
  (rule: (model: VettingModel, who: number) => Verdict) =>
  (model: VettingModel, { who }: { who: number }) => {
    model.endClaims();
    return rule(model, who);
  };

/** Records a conflict of interest with the applicant, which ends the reviewer's open claim. */
function tie(
  model: VettingModel,
  who: number,
  kind: 'declared' | VettingActOfKind<'tie'>['kind'],
): Verdict {
  const { ties } = model.facts;
  ties.set(who, (ties.get(who) ?? new Set()).add(kind));
  model.closeClaims();
  return 'ok';
}

const RULES: Rules = {
  claim: asked((model, who) => {
    if (!model.mayTakePart(who)) return HIDDEN;
    if (!model.facts.claims.has(who) && !model.hasSeatFor(who)) return 'application.seatsTaken';
    model.renew(who);
    return 'ok';
  }),
  release: asked((model, who) => {
    if (!model.mayRead(who)) return HIDDEN;
    model.facts.claims.delete(who);
    return 'ok';
  }),
  ask: asked((model, who) => {
    if (!model.mayRead(who)) return HIDDEN;
    if (model.facts.stage === 'asked') return 'application.asked';
    Object.assign(model.facts, { stage: 'asked', isAnswerDue: true });
    return 'ok';
  }),
  note: asked((model, who) => {
    if (!model.mayRead(who)) return HIDDEN;
    if (!model.ownReview(who)) return 'policy.refused';
    model.facts.noted.add(model.facts.round);
    return 'ok';
  }),
  declare: (model, { who }) => (model.mayTakePart(who) ? tie(model, who, 'declared') : HIDDEN),
  review(model, { who, says, isStale }) {
    model.endClaims();
    if (!model.mayRead(who)) return HIDDEN;
    if (isStale) return 'application.changed';
    if (model.ownReview(who)) return 'review.written';
    const { facts } = model;
    const { round, version, now: confirmedAt } = facts;
    facts.reviews.push({ by: who, round, says, version, confirmedAt });
    if (facts.stage === 'submitted') facts.stage = 'inReview';
    facts.claims.delete(who);
    return 'ok';
  },
  change(model, { who, says, isStale }) {
    model.endClaims();
    if (!model.mayRead(who)) return HIDDEN;
    if (isStale) return 'application.changed';
    const own = model.ownReview(who);
    if (!own) return 'review.notWritten';
    const { version, now: confirmedAt } = model.facts;
    Object.assign(own, { says, version, confirmedAt });
    return 'ok';
  },
  decide(model, act) {
    model.endClaims();
    const verdict = mayDecide(model, act);
    if (verdict !== 'ok') return verdict;
    const { facts } = model;
    const { now: at, round } = facts;
    facts.stage = act.says === 'accept' ? 'accepted' : 'declined';
    facts.decisions.push({ round, says: act.says, at, isOfThis: true });
    facts.decidedAt = at;
    facts.isMember = act.says === 'accept';
    facts.claims.clear();
    return 'ok';
  },
  vouch(model, { who }) {
    const { facts } = model;
    if (!model.isMemberNow(who)) return 'policy.refused';
    if (model.isOnProbation(who)) return 'vouch.probation';
    const given = model.givenBy(who);
    if (given.filter(({ at }) => at > facts.now - 30 * DAY).length >= 5)
      return 'vouch.tooManyRecent';
    if (model.isAssigned(who)) return 'vouch.ownCase';
    const here = given.filter((one) => one.isHere);
    if (model.isOpen) for (const one of here) one.isHere = one.at >= facts.submittedAt;
    const isSecond = here.some((one) => one.isHere && !one.isWithdrawn);
    const isHere = model.isOpen && !isSecond;
    facts.vouches.push({ by: who, at: facts.now, isWithdrawn: false, isHere });
    return 'ok';
  },
  takeBack(model, { who }) {
    if (!model.isMemberNow(who)) return HIDDEN;
    const vouch = model.vouchOf(who);
    if (!vouch) return HIDDEN;
    vouch.isWithdrawn = true;
    model.facts.version += 1;
    return 'ok';
  },
  suspend: (model, { who }) => done(model.facts.suspended.add(who)),
  restore: (model, { who }) => done(model.facts.suspended.delete(who)),
  probation: ({ facts }, { who }) => done(facts.probation.set(who, facts.now + PROBATION_LEFT_MS)),
  loseDuty: (model, { who }) => done(model.facts.vetting.delete(who)),
  gainDuty: (model, { who }) => done(model.facts.vetting.add(who)),
  tie: (model, { who, kind }) => tie(model, who, kind),
  untie: (model, { who, kind }) => done(model.facts.ties.get(who)?.delete(kind)),
  answer({ facts }) {
    if (facts.stage !== 'asked') return 'application.notAsked';
    const stage = facts.round > 1 ? 'appealed' : 'inReview';
    Object.assign(facts, { stage, isAnswerDue: false, version: facts.version + 1 });
    return 'ok';
  },
  appeal({ facts }) {
    if (facts.round > 1) return 'appeal.once';
    if (facts.stage !== 'declined') return 'appeal.notDeclined';
    if (facts.decidedAt + 10 * DAY <= facts.now) return 'appeal.tooLate';
    Object.assign(facts, { stage: 'appealed', round: 2, version: facts.version + 1 });
    return 'ok';
  },
  withdraw(model) {
    const { facts } = model;
    if (!model.isOpen) return 'application.decided';
    model.destroy();
    facts.stage = facts.round > 1 ? 'declined' : 'withdrawn';
    facts.decidedAt = facts.now;
    return 'ok';
  },
  applyAgain(model) {
    const { facts } = model;
    if (facts.isMember) return 'application.alreadyIn';
    if (
      facts.vetting.size - [...facts.vetting].filter((who) => facts.suspended.has(who)).length <
      3
    )
      return 'application.closed';
    if (facts.stage !== 'withdrawn' && facts.stage !== 'declined') return 'application.sent';
    const last = facts.decisions.findLast(({ isOfThis }) => isOfThis);
    if (facts.stage === 'declined' && last!.at + 90 * DAY > facts.now) return 'application.tooSoon';
    model.destroy();
    for (const decision of facts.decisions) decision.isOfThis = false;
    Object.assign(facts, { stage: 'submitted', round: 1, version: facts.version + 1 });
    facts.submittedAt = facts.now;
    return 'ok';
  },
  need: (model, { vouches }) => done((model.facts.needed = vouches)),
  wait: (model, { ms }) => done((model.facts.now += ms)),
};

const done = (_changed: unknown): Verdict => 'ok';
