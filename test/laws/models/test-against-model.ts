import type { TestApp } from '../../support/app/app.js';
import { sampledItems } from '../../support/sampled-sweeps.js';
import type { Mutant } from './product-mutants.js';

interface ModelLaw<Theme extends string> {
  /** The title of the test, which states a property of all histories. */
  readonly title: string;
  /** The mutants of each theme. Each mutant removes one check of the product. */
  readonly mutants: Readonly<Record<Theme, readonly Mutant[]>>;
  /** The time in which the histories must end; 5 minutes by default. */
  readonly withinMs?: number;
  app(): TestApp;
  /** Replays histories of a theme until product and model differ. Returns the difference, or null if there is none. */
  differenceIn(theme: Theme): Promise<string | null>;
}

/**
 * Compares the product with a model. Also checks the model itself: when a mutant removes a check from the product, the
 * model must detect a difference.
 */
export function testAgainstModel<Theme extends string>(law: ModelLaw<Theme>): void {
  const { title, mutants, app, differenceIn, withinMs = 300_000 } = law;
  describe.each(Object.keys(mutants) as Theme[])('random histories about %s', (theme) => {
    it(title, async () => expect(await differenceIn(theme)).toBeNull(), withinMs);

    if (mutants[theme].length === 0) return;
    it.each(sampledItems('mutants', mutants[theme]))(
      'the model detects that $name',
      async ({ takeOut }) => {
        const putBack = await takeOut(app());
        try {
          expect(await differenceIn(theme)).not.toBeNull();
        } finally {
          await putBack();
        }
      },
      120_000,
    );
  });
}
