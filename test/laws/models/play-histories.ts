import fc from 'fast-check';

/** The product beside its model, in one history. */
interface World<Step, Choice> {
  /** Performs a step and compares the product with the model. */
  take(step: Step, probe: number): Promise<void>;
  /** Chooses a step in the present state. */
  choose(choice: Choice): Step;
  finish(): Promise<void>;
}

interface Histories<Step, Choice> {
  readonly choices: fc.Arbitrary<readonly Choice[]>;
  readonly runs: number;
  /** The steps with which every history begins. */
  readonly beginning: readonly Step[];
  begin(): Promise<World<Step, Choice>>;
  describe(step: Step): string;
}

/** Plays random histories. Returns the first difference between product and model with its steps, or null. */
export async function differenceInHistories<Step, Choice extends { readonly probe: number }>(
  histories: Histories<Step, Choice>,
): Promise<string | null> {
  const { choices: arbitrary, runs, beginning, begin, describe } = histories;
  const played = fc.asyncProperty(arbitrary, async (choices) => {
    const world = await begin();
    const steps: Step[] = [];
    const take = async (step: Step, probe: number) => {
      steps.push(step);
      await world.take(step, probe);
    };
    try {
      for (const [at, step] of beginning.entries()) await take(step, at);
      for (const choice of choices) await take(world.choose(choice), choice.probe);
      await world.finish();
    } catch (error) {
      throw new Error(`${steps.map(describe).join('\n')}\n${error}`, { cause: error });
    }
  });
  const details = await fc.check(played, { numRuns: runs, endOnFailure: true });
  return details.failed ? `${details.errorInstance}\nseed ${details.seed}` : null;
}
