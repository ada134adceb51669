import fc from 'fast-check';
import 'reflect-metadata';
import { findApplicationProblems } from '#vetting/applications/application-problems.js';
import {
  joinFormProblems,
  applicationInputOf,
  joinFormValuesOf,
} from '../../../apps/api/pages/join-form.js';
import { JOIN_QUESTIONS } from '../../../apps/web/public-pages/join/join-text.js';
import { invalidFields, formValues as typedIn } from '../../../apps/web/src/public/join-rules.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';

const ISSUES = [
  'gender-justice',
  'indigenous-rights',
  'disability-rights',
  'economic-justice',
  'human-rights',
  'racial-justice',
];
const anyOf = (...values: string[]) => fc.constantFrom(...values);
const anyForm = fc.record({
  language: anyOf('es', 'pt', 'en'),
  name: anyOf('', ' ', 'Nayra'),
  practices: fc.subarray(['practice:media-education', 'practice:digital-security']),
  work: anyOf('', '  \n', 'Radio'),
  issueAreas: fc.subarray(ISSUES.map((slug) => `issue:${slug}`)),
  country: anyOf('', 'territory:PE'),
  sharedTerritories: fc.subarray(['territory:amazonia']),
  hopes: anyOf('', ' ', 'Verificar'),
  knownKind: anyOf('', 'someone', 'trace', 'nobody'),
  known: anyOf('', ' ', 'Una red'),
  reach: anyOf('', 'email', 'here'),
  email: anyOf('', 'x', 'a@b', 'nayra@trama.example'),
  unsaid: fc.subarray(['practices', 'issueAreas', 'territory', 'hopes', 'known']),
});

function formOf(values: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

/** Whether the form, with these rules, ever reports other invalid fields than the server. */
function isEverOther(rules: typeof invalidFields): boolean {
  const agrees = fc.property(anyForm, (values) => {
    const form = formOf(values);
    const page = JOIN_QUESTIONS.flatMap((question) => rules(question, form));
    const input = applicationInputOf(joinFormValuesOf(typedIn(form)));
    const server = Object.keys({ ...findApplicationProblems(input), ...joinFormProblems(input) });
    return page.toSorted().join() === server.toSorted().join();
  });
  return fc.check(agrees, { numRuns: numberOfRuns(2_000) }).failed;
}

it('the application form and the server report the same invalid fields', () => {
  expect(isEverOther(invalidFields)).toBe(false);
});

it.each(JOIN_QUESTIONS.filter((question) => question !== 'language'))(
  'the check detects a form that does not validate “%s”',
  (forgotten) => {
    const rules: typeof invalidFields = (question, form) =>
      question === forgotten ? [] : invalidFields(question, form);
    expect(isEverOther(rules)).toBe(true);
  },
);
