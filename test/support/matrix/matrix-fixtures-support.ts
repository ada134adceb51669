import { addLine } from '../factories/emergency-lines.js';
import type { MatrixFixtureFactory } from './matrix-fixture.js';
import { personOfColumn } from './matrix-people.js';

export const SUPPORT_FIXTURES: Readonly<Record<string, MatrixFixtureFactory>> = {
  /** Nobody has a relation to a line: the duty alone decides. */
  EmergencyLine: async (app) => {
    const [one, other] = [await personOfColumn(app, 'AD'), await personOfColumn(app, 'AD')];
    const { id } = await addLine(one, other);
    return { id, people: [] };
  },
};
