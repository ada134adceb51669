import {
  type AbilityOf,
  matrixAnswerFor,
  type MatrixColumn,
  matrixRowTitle,
  MATRIX_ROWS,
} from '../../../apps/cli/policy-matrix/matrix-answers.js';
import {
  type ViewerRelation,
  VIEWER_RELATIONS,
  viewerWithRelation,
} from '../../../apps/cli/policy-matrix/policy-cases.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Duty, Standing } from '#policy/viewer.js';
import { expectedAnswer } from './expected-cells.js';
import { EXPECTED_MATRIX } from '../expected-matrix.js';
import { SAMPLE_STANDINGS } from './random-facts.js';

/**
 * The test combines every standing with every set of duties, including combinations that must not exist. A duty that
 * does not fit the standing must have no effect.
 */

const DUTIES: readonly Duty[] = ['vet', 'moderate', 'support', 'audit', 'administer'];
const TOGETHER: readonly (readonly Duty[])[] = [
  [],
  ...DUTIES.map((duty) => [duty]),
  ['vet', 'moderate'],
  ['moderate', 'support'],
  ['vet', 'moderate', 'support'],
  ['audit', 'administer'],
  DUTIES,
];

interface Who {
  readonly standing: Standing;
  readonly duties: readonly Duty[];
  readonly isOnProbation: boolean;
}
const PEOPLE: readonly Who[] = SAMPLE_STANDINGS.flatMap((standing) =>
  TOGETHER.flatMap((duties) =>
    (standing === 'member' ? [false, true] : [false]).map((isOnProbation) => ({
      ...{ standing, duties, isOnProbation },
    })),
  ),
);

const PLAIN: Readonly<Record<Standing, MatrixColumn>> = {
  applicant: 'AP',
  member: 'ME',
  suspended: 'SP',
  locked: 'LO',
  former: 'FO',
  guest: 'GU',
  staff: 'ST+',
};
/** The standing that each duty requires, and the matrix column of its holder. */
const WITH: Readonly<Record<Duty, readonly [Standing, MatrixColumn]>> = {
  vet: ['member', 'VT'],
  moderate: ['member', 'MO'],
  support: ['member', 'SU'],
  audit: ['staff', 'AU'],
  administer: ['staff', 'AD'],
};

const STRENGTH = '.xA';
const weaker = (one: string, other: string) => STRENGTH.indexOf(one) < STRENGTH.indexOf(other);

/**
 * Returns the expected cell. A duty adds rights to its holder, and removes only the rights that the design removes for
 * that duty.
 */
function wanted(who: Who, row: (typeof MATRIX_ROWS)[number], relation: ViewerRelation): string {
  const of = (column: MatrixColumn) => expectedAnswer(EXPECTED_MATRIX, row, column, relation);
  const without = of(PLAIN[who.standing]);
  let now = who.isOnProbation ? of('PR') : without;
  const said = who.duties
    .filter((duty) => WITH[duty][0] === who.standing)
    .map((duty) => of(WITH[duty][1]))
    .filter((one) => one !== without);
  const adding = said.filter((one) => weaker(without, one));
  const taking = said.filter((one) => weaker(one, without));
  for (const one of adding) if (weaker(now, one)) now = one;
  for (const one of taking) if (weaker(one, now)) now = one;
  return now;
}

function differences(people: readonly Who[], ofViewer: AbilityOf) {
  const found: string[] = [];
  for (const who of people) {
    for (const relation of VIEWER_RELATIONS) {
      const viewer = viewerWithRelation(relation, who);
      const ability = ofViewer(viewer);
      for (const row of MATRIX_ROWS) {
        const got = matrixAnswerFor(ability, row, relation);
        const want = wanted(who, row, relation);
        const name = `${who.standing}${who.isOnProbation ? ' on probation' : ''}`;
        if (got !== want)
          found.push(
            `${matrixRowTitle(row)} · ${name} [${who.duties.join()}] · ${relation}: ${got} not ${want}`,
          );
      }
    }
  }
  return found;
}

it('every combination of standing and duties gets the rights of the design', () => {
  expect(PEOPLE.length).toBe((SAMPLE_STANDINGS.length + 1) * TOGETHER.length);
  expect(differences(PEOPLE, abilityOf)).toEqual([]);
});

it('the check reports a policy that checks the duty before the standing', () => {
  const bad: AbilityOf = (viewer) =>
    abilityOf(viewer.duties.includes('moderate') ? { ...viewer, standing: 'member' } : viewer);
  const former = PEOPLE.filter(({ standing }) => standing === 'former');
  expect(differences(former, bad)).toContain('Decision · read · former [moderate] · none: A not .');
});
