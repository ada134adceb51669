import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { policyMatrixDocument } from '../../../apps/cli/policy-matrix/matrix-document.js';
import {
  type AbilityOf,
  matrixAnswerFor,
  MATRIX_COLUMN_NAMES,
  matrixRowTitle,
  MATRIX_ROWS,
  viewerOfColumn,
} from '../../../apps/cli/policy-matrix/matrix-answers.js';
import { VIEWER_RELATIONS } from '../../../apps/cli/policy-matrix/policy-cases.js';
import { abilityFromRules, abilityOf } from '#policy/engine/ability.js';
import { POLICY_ACTIONS, visibilityActionOf } from '#policy/policy-actions.js';
import type { SubjectName } from '#policy/facts/facts-by-subject.js';
import { POLICIES } from '#policy/engine/policies.js';
import { collectRules, type Policy, type RuleBuilder } from '#policy/engine/policy-rules.js';
import { Viewer } from '#policy/viewer.js';
import {
  expectedAnswer,
  expectedActions,
  expectedStates,
  POLICY_SUBJECTS,
} from './expected-cells.js';
import { EXPECTED_MATRIX } from '../expected-matrix.js';
import { anyFacts, anyViewer } from './random-facts.js';
import { differencesFromTable } from './design-table.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import { repositoryPath, sourceFiles } from '../../support/repository.js';

const nobody = Viewer.nobody();

/** Returns every cell in which a policy differs from the design, in these rows of the matrix. */
function differences(ofViewer: AbilityOf, rows = MATRIX_ROWS): string[] {
  const found: string[] = [];
  for (const column of MATRIX_COLUMN_NAMES) {
    for (const relation of column === 'AN' ? (['none'] as const) : VIEWER_RELATIONS) {
      const ability = ofViewer(viewerOfColumn(column, relation, nobody));
      for (const row of rows) {
        const got = matrixAnswerFor(ability, row, relation);
        const want = expectedAnswer(EXPECTED_MATRIX, row, column, relation);
        if (got !== want)
          found.push(`${matrixRowTitle(row)} · ${column} · ${relation}: ${got} not ${want}`);
      }
    }
  }
  return found;
}

it('policies equal the design in every cell of the matrix', () => {
  expect(differences(abilityOf)).toEqual([]);
});

it('the matrix has exactly the actions and states of the design', () => {
  for (const subject of POLICY_SUBJECTS) {
    const rows = MATRIX_ROWS.filter((row) => row.subject === subject);
    expect([...new Set(rows.map((row) => row.variant))].sort()).toEqual(
      expectedStates(EXPECTED_MATRIX, subject).sort(),
    );
    expect([...POLICY_ACTIONS[subject]].sort()).toEqual(expectedActions(EXPECTED_MATRIX, subject));
  }
});

it('the expected matrix equals the table of the design', () => {
  expect(differencesFromTable(EXPECTED_MATRIX)).toEqual([]);
});

it('the check reports an expected cell that differs from the table of the design', () => {
  const { Group, Session } = EXPECTED_MATRIX;
  const wide = { ...Group.plain, edit: { ...Group.plain.edit, AD: 'none' } };
  const narrow = { ...Session.plain, read: {}, end: {} };
  expect(
    differencesFromTable({
      ...EXPECTED_MATRIX,
      Group: { plain: wide },
      Session: { plain: narrow },
    }),
  ).toEqual(
    expect.arrayContaining([
      '12a edit a group · AD: Group.edit is allowed, not .',
      '37 end one’s own sessions · SU: nothing is allowed, not S',
    ]),
  );
});

it('the committed docs/policy-matrix.md is up to date', () => {
  const file = repositoryPath('docs/policy-matrix.md');
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(policyMatrixDocument());
});

it('libs/policy does not import the expected matrix', () => {
  const sources = sourceFiles(['libs/policy'], /\.ts$/, 50);
  expect(sources.filter(({ text }) => text.includes('expected-matrix'))).toEqual([]);
});

/** Returns the policies of the product, with one policy replaced. */
function withPolicy<S extends SubjectName>(subject: S, bad: Policy<S>): AbilityOf {
  return (viewer) =>
    abilityFromRules((name) => {
      const policy = (
        name === subject ? bad : POLICIES[name as SubjectName]
      ) as Policy<SubjectName>;
      return collectRules(name as SubjectName, policy, viewer);
    });
}

/** Adds a rule at the end of a policy. */
const andThen =
  <S extends SubjectName>(subject: S, more: Policy<S>): Policy<S> =>
  (viewer, rules) => {
    (POLICIES[subject] as Policy<S>)(viewer, rules);
    more(viewer, rules);
  };

/** Drops the prohibitions of a policy that use this fact. */
const forgetting =
  <S extends SubjectName>(subject: S, fact: string): Policy<S> =>
  (viewer, rules) => {
    const forbid = ((action: never, conditions: never) =>
      fact in ((conditions ?? {}) as object)
        ? { because: () => undefined }
        : rules.forbid(action, conditions)) as RuleBuilder<S>['forbid'];
    (POLICIES[subject] as Policy<S>)(viewer, { allow: rules.allow, forbid });
  };

const isStaff = ({ standing }: Viewer) => standing === 'staff';

describe('the permission matrix check', () => {
  it.each<[string, AbilityOf, RegExp]>([
    [
      'that lets administrators read applications',
      withPolicy(
        'Application',
        andThen('Application', (viewer, { allow }) => {
          if (isStaff(viewer) && viewer.duties.includes('administer')) allow('read');
        }),
      ),
      /^Application · read · AD · none: A not \.$/,
    ],
    [
      'without recusal',
      withPolicy('Application', forgetting('Application', 'tiedIds')),
      /^Application · readFile · VT · recused: A not \.$/,
    ],
    [
      'without blocks',
      withPolicy('ProfileField', forgetting('ProfileField', 'hiddenFromIds')),
      /^ProfileField · read · ME · blocked: A not \.$/,
    ],
    [
      'that checks the duty but not the standing',
      withPolicy('Report', ({ duties, accountId }, { allow }) => {
        if (duties.includes('moderate')) allow(['read', 'readFile'], { assigneeIds: accountId });
      }),
      /^Report · readFile · SP · assigned: A not \.$/,
    ],
    [
      'that gives its reason to viewers without read access',
      withPolicy('Channel', ({ standing, groups }, { allow, forbid }) => {
        if (standing !== 'member') return;
        allow('read', { groupId: { $in: groups.member } });
        allow('post', { archivedAt: null });
        forbid('post', { archivedAt: { $ne: null } }).because('channel.archived');
      }),
      /^Channel · rename · ME · steward: x not A$/,
    ],
    [
      'that shows a hidden group',
      withPolicy(
        'Group',
        andThen('Group', ({ standing }, { allow }) => {
          if (standing === 'member') allow('read');
        }),
      ),
      /^Group, hidden · read · ME · none: A not \.$/,
    ],
  ])('reports a policy %s', (_, ofViewer, line) => {
    const subject = /^\^(\w+)/.exec(line.source)![1];
    const rows = MATRIX_ROWS.filter((row) => row.subject === subject);
    expect(differences(ofViewer, rows)).toContainEqual(expect.stringMatching(line));
  });
});

/** Checks over random rows and viewers that a viewer who may act on a row may also read it. */
function reach(ofViewer: AbilityOf, numRuns: number, subjects: readonly SubjectName[]) {
  for (const subject of subjects) {
    fc.assert(
      fc.property(anyViewer, anyFacts(subject), (viewer, facts) => {
        const ability = ofViewer(viewer);
        for (const action of POLICY_ACTIONS[subject]) {
          const sight = visibilityActionOf(subject, action) as typeof action;
          if (sight === action || ability.can(sight, subject, facts as never)) continue;
          const can = ability.can(action, subject, facts as never);
          expect({ action, can }).toEqual({ action, can: false });
        }
      }),
      { numRuns },
    );
  }
}

it('policies allow actions only on rows that the viewer may read', () =>
  reach(abilityOf, numberOfRuns(500), POLICY_SUBJECTS));

it('the check reports a policy that allows an action on an unreadable row', () => {
  const bad = withPolicy('Message', (viewer, { allow }) => {
    if (viewer.standing !== 'member') return;
    allow('read', { groupId: { $in: viewer.groups.member } });
    allow('delete', { accountId: viewer.accountId });
  });
  expect(() => reach(bad, 1_500, ['Message'])).toThrow('Property failed');
});
