import fc from 'fast-check';
import type { Act } from './vetting-acts.js';
import { perform } from './vetting-deeds.js';
import type { VettingModel } from './vetting-model.js';
import { actsOf, anyRace, type Theme } from './vetting-themes.js';
import { type Verdict, verdictOf } from './vetting-verdicts.js';
import type { VettingWorld } from './vetting-world.js';

type Command = fc.AsyncCommand<VettingModel, VettingWorld>;

/** One act, by the product and by the model. */
export class Step implements Command {
  constructor(
    readonly act: Act,
    /** Whether it is done also where it is refused for sure. */
    readonly isBold: boolean,
  ) {}

  check(model: VettingModel): boolean {
    if (!model.isWorthIt(this.act)) return false;
    return this.isBold || (!model.isRepeat(this.act) && verdictOf(model.copy(), this.act) === 'ok');
  }

  async run(model: VettingModel, world: VettingWorld): Promise<void> {
    world.setTime(model.facts.now + 1_000);
    const verdict = await perform(world, this.act);
    const expected = verdictOf(model, this.act);
    world.setTime(model.facts.now);
    expect({ act: this.act, verdict }).toEqual({ act: this.act, verdict: expected });
    await world.expectAs(model);
    if (expected === 'ok') await world.expectRightsAs(model);
  }

  toString(): string {
    return JSON.stringify(this.act);
  }
}

/** Two acts at once: what comes of them is what one after the other would have come to, in one order or the other. */
export class Race implements Command {
  constructor(readonly acts: readonly Act[]) {}

  check(model: VettingModel): boolean {
    return this.acts.every((act) => model.isWorthIt(act) && verdictOf(model.copy(), act) === 'ok');
  }

  async run(model: VettingModel, world: VettingWorld): Promise<void> {
    const [a, b] = this.acts as readonly [Act, Act];
    world.setTime(model.facts.now + 1_000);
    const came = await Promise.all([perform(world, a), perform(world, b)]);
    const orders = [inOrder(model, [a, b]), inOrder(model, [b, a])].map(
      ({ after, verdicts }, at) => ({
        after,
        verdicts: at === 0 ? verdicts : verdicts.toReversed(),
      }),
    );
    const fits: unknown[] = [];
    for (const { after, verdicts } of orders) {
      if (verdicts.map(told).join() !== came.map(told).join()) continue;
      const problem = await world.expectAs(after).catch((error: Error) => error);
      if (!problem) return void Object.assign(model.facts, after.facts);
      fits.push(problem);
    }
    if (fits.length > 0) throw fits[0];
    expect(came).toEqual(orders[0]!.verdicts);
  }

  toString(): string {
    return `at once ${JSON.stringify(this.acts)}`;
  }
}

/** Whoever comes second to a decision is told that it was taken, or finds it gone. */
const told = (verdict: Verdict) => (verdict === 'application.decided' ? 'NOT_FOUND' : verdict);

function inOrder(model: VettingModel, acts: readonly Act[]) {
  const after = model.copy();
  const verdicts = acts.map((act, at) => {
    const verdict = verdictOf(after, act);
    // Both are done at the same moment.
    if (at === 0) after.facts.now -= 1_000;
    return verdict;
  });
  return { after, verdicts };
}

/** What comes of chance, once it has begun. */
export function anyHistory(theme: Theme, acts: number) {
  const isBold = fc.boolean();
  const step = fc.tuple(actsOf(theme), isBold).map(([act, bold]) => new Step(act, bold));
  const race = anyRace.map((two) => new Race(two));
  const commands = [
    { weight: 12, arbitrary: step as fc.Arbitrary<Command> },
    { weight: 1, arbitrary: race as fc.Arbitrary<Command> },
  ];
  return fc.array(fc.oneof(...commands), { minLength: acts, maxLength: acts });
}
