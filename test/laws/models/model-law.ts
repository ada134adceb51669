import type { TestApp } from '../../support/app/app.js';
import { tried } from '../../support/sample.js';
import type { Mutant } from './mutants.js';

interface ModelLaw<Theme extends string> {
  /** What holds over the histories of every theme. */
  readonly title: string;
  /** For each theme the checks that are taken out, one after the other. */
  readonly mutants: Readonly<Record<Theme, readonly Mutant[]>>;
  app(): TestApp;
  /** Lives through the histories of a theme until the product and the model differ; tells where, or nothing. */
  differenceIn(theme: Theme): Promise<string | null>;
}

/** Holds the product to a model, and the model to every check of the product: with one taken out they differ. */
export function holdToModel<Theme extends string>(law: ModelLaw<Theme>): void {
  const { title, mutants, app, differenceIn } = law;
  describe.each(Object.keys(mutants) as Theme[])('Over histories of %s', (theme) => {
    it(title, async () => expect(await differenceIn(theme)).toBeNull(), 300_000);

    if (mutants[theme].length === 0) return;
    it.each(tried('mutants', mutants[theme]))(
      'it is found out that $name',
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
