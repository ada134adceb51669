import fc from 'fast-check';

/** The result of an act: `ok`, the reason of the refusal, or the error code of a refusal without a reason. */
export type Verdict = string;

/** An independent second implementation of the rules, with its state after a history. */
export interface ReferenceModel<A> {
  readonly facts: { now: number };
  copy(): this;
  /** Whether the test performs the act at all. Most acts that the product would surely refuse are skipped. */
  isWorthIt(act: A): boolean;
  /** Whether the act would succeed without changing anything relevant. */
  isRepeat(act: A): boolean;
}

/** The product, with the people of the model in its database. */
export interface TestedWorld<A, M extends ReferenceModel<A>> {
  setTime(now: number): void;
  perform(act: A): Promise<Verdict>;
  expectAs(model: M): Promise<void>;
  expectRightsAs(model: M): Promise<void>;
}

/** Returns the model's verdict on an act. `told` maps refusals that may replace each other in a race to one value. */
export interface ModelRule<A, M extends ReferenceModel<A>> {
  verdictOf(model: M, act: A): Verdict;
  told(verdict: Verdict): Verdict;
}

type Command<A, M extends ReferenceModel<A>> = fc.AsyncCommand<M, TestedWorld<A, M>>;
export const STEP_MS = 1_000;

/** Performs one act in the product and in the model, and compares both. */
export class ModelStep<A, M extends ReferenceModel<A>> implements Command<A, M> {
  constructor(
    readonly rule: ModelRule<A, M>,
    readonly act: A,
    /** Performs the act even if the model expects a refusal. */
    readonly isBold: boolean,
  ) {}

  check(model: M): boolean {
    if (!model.isWorthIt(this.act)) return false;
    if (this.isBold) return true;
    return !model.isRepeat(this.act) && this.rule.verdictOf(model.copy(), this.act) === 'ok';
  }

  async run(model: M, world: TestedWorld<A, M>): Promise<void> {
    world.setTime(model.facts.now + STEP_MS);
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

/** Performs two acts concurrently. The result must equal the result of one act after the other, in either order. */
export class ConcurrentSteps<A, M extends ReferenceModel<A>> implements Command<A, M> {
  constructor(
    readonly rule: ModelRule<A, M>,
    readonly acts: readonly A[],
  ) {}

  check(model: M): boolean {
    const isDone = (act: A) => this.rule.verdictOf(model.copy(), act) === 'ok';
    return this.acts.every((act) => model.isWorthIt(act) && isDone(act));
  }

  async run(model: M, world: TestedWorld<A, M>): Promise<void> {
    const [a, b] = this.acts as readonly [A, A];
    world.setTime(model.facts.now + STEP_MS);
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
      // In the product both acts happen at the same time.
      if (at === 0) after.facts.now -= STEP_MS;
      return verdict;
    });
    return { after, verdicts };
  }
}

/** Generates the random acts that follow a fixed beginning. */
export function randomHistory<A, M extends ReferenceModel<A>>(
  rule: ModelRule<A, M>,
  act: fc.Arbitrary<A>,
  two: fc.Arbitrary<readonly [A, A]>,
  length: number,
): fc.Arbitrary<Command<A, M>[]> {
  const step = fc.tuple(act, fc.boolean()).map(([one, bold]) => new ModelStep(rule, one, bold));
  const race = two.map((acts) => new ConcurrentSteps(rule, acts));
  const commands = [
    { weight: 12, arbitrary: step as fc.Arbitrary<Command<A, M>> },
    { weight: 1, arbitrary: race as fc.Arbitrary<Command<A, M>> },
  ];
  return fc.array(fc.oneof(...commands), { minLength: length, maxLength: length });
}
