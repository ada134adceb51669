import fc from 'fast-check';

/** `ok`, or why not: the reason that people read, or the code of a refusal without one. */
export type Verdict = string;

/** What a rule says a second time, as it stands after a history. */
export interface Model<A> {
  readonly facts: { now: number };
  copy(): this;
  /** Whether an act is worth the time where only a few refusals are tried. */
  isWorthIt(act: A): boolean;
  /** Whether it would be done, and change nothing that matters. */
  isRepeat(act: A): boolean;
}

/** The product, with the people of the model in its database. */
export interface World<A, M extends Model<A>> {
  setTime(now: number): void;
  perform(act: A): Promise<Verdict>;
  expectAs(model: M): Promise<void>;
  expectRightsAs(model: M): Promise<void>;
}

/** What an act comes to by the model, and what is the same refusal where two come at once. */
export interface Rule<A, M extends Model<A>> {
  verdictOf(model: M, act: A): Verdict;
  told(verdict: Verdict): Verdict;
}

type Command<A, M extends Model<A>> = fc.AsyncCommand<M, World<A, M>>;
export const TICK = 1_000;

/** One act, by the product and by the model. */
export class Step<A, M extends Model<A>> implements Command<A, M> {
  constructor(
    readonly rule: Rule<A, M>,
    readonly act: A,
    /** Whether it is done also where it is refused for sure. */
    readonly isBold: boolean,
  ) {}

  check(model: M): boolean {
    if (!model.isWorthIt(this.act)) return false;
    if (this.isBold) return true;
    return !model.isRepeat(this.act) && this.rule.verdictOf(model.copy(), this.act) === 'ok';
  }

  async run(model: M, world: World<A, M>): Promise<void> {
    world.setTime(model.facts.now + TICK);
    const verdict = await world.perform(this.act);
    const expected = this.rule.verdictOf(model, this.act);
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
export class Race<A, M extends Model<A>> implements Command<A, M> {
  constructor(
    readonly rule: Rule<A, M>,
    readonly acts: readonly A[],
  ) {}

  check(model: M): boolean {
    const isDone = (act: A) => this.rule.verdictOf(model.copy(), act) === 'ok';
    return this.acts.every((act) => model.isWorthIt(act) && isDone(act));
  }

  async run(model: M, world: World<A, M>): Promise<void> {
    const [a, b] = this.acts as readonly [A, A];
    world.setTime(model.facts.now + TICK);
    const came = await Promise.all([world.perform(a), world.perform(b)]);
    const [first, second] = [this.inOrder(model, [a, b]), this.inOrder(model, [b, a])];
    const orders = [first, { ...second, verdicts: second.verdicts.toReversed() }];
    const fits: unknown[] = [];
    for (const { after, verdicts } of orders) {
      if (verdicts.map(this.rule.told).join() !== came.map(this.rule.told).join()) continue;
      const problem = await world.expectAs(after).catch((error: Error) => error);
      if (!problem) return void Object.assign(model.facts, after.facts);
      fits.push(problem);
    }
    if (fits.length > 0) throw fits[0];
    expect(came).toEqual(first.verdicts);
  }

  toString(): string {
    return `at once ${JSON.stringify(this.acts)}`;
  }

  private inOrder(model: M, acts: readonly A[]) {
    const after = model.copy();
    const verdicts = acts.map((act, at) => {
      const verdict = this.rule.verdictOf(after, act);
      // Both are done at the same moment.
      if (at === 0) after.facts.now -= TICK;
      return verdict;
    });
    return { after, verdicts };
  }
}

/** What comes of chance, once it has begun. */
export function historyOf<A, M extends Model<A>>(
  rule: Rule<A, M>,
  act: fc.Arbitrary<A>,
  two: fc.Arbitrary<readonly [A, A]>,
  length: number,
): fc.Arbitrary<Command<A, M>[]> {
  const step = fc.tuple(act, fc.boolean()).map(([one, bold]) => new Step(rule, one, bold));
  const race = two.map((acts) => new Race(rule, acts));
  const commands = [
    { weight: 12, arbitrary: step as fc.Arbitrary<Command<A, M>> },
    { weight: 1, arbitrary: race as fc.Arbitrary<Command<A, M>> },
  ];
  return fc.array(fc.oneof(...commands), { minLength: length, maxLength: length });
}
