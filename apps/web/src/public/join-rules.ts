/**
 * Returns the missing or invalid fields of a question, named as the server names them. An optional question without an
 * answer has no invalid field.
 */
type Rule = (form: FormData) => string[];

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
const isEmpty = (form: FormData, ...names: string[]) =>
  names.every((name) => text(form, name) === '');
const unless = (form: FormData, unsaid: string, field: string, isMissing: boolean) =>
  isMissing && !form.getAll('unsaid').includes(unsaid) ? [field] : [];

const MOST_ISSUES = 5;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s.]+$/;
const SHORTEST_PASSWORD = 12;

const RULES: Readonly<Record<string, Rule>> = {
  name: (form) => (isEmpty(form, 'name') ? ['name'] : []),
  work: (form) => unless(form, 'practices', 'practices', isEmpty(form, 'practices', 'work')),
  issueAreas: (form) => {
    const count = form.getAll('issueAreas').length;
    return count > MOST_ISSUES
      ? ['issueAreas']
      : unless(form, 'issueAreas', 'issueAreas', count === 0);
  },
  territory: (form) =>
    unless(form, 'territory', 'country', isEmpty(form, 'country', 'sharedTerritories')),
  hopes: (form) => unless(form, 'hopes', 'hopes', isEmpty(form, 'hopes')),
  known: (form) => {
    const kind = text(form, 'knownKind');
    if (kind === '') return unless(form, 'known', 'knownKind', true);
    return unless(form, 'known', 'known', kind !== 'nobody' && isEmpty(form, 'known'));
  },
  reach: (form) => {
    const reach = text(form, 'reach');
    if (reach === '') return ['reach'];
    if (reach === 'here') return [];
    const password = String(form.get('password') ?? '');
    const isShort = password !== '' && [...password].length < SHORTEST_PASSWORD;
    return [
      ...(EMAIL.test(text(form, 'email')) ? [] : ['email']),
      ...(isShort ? ['password'] : []),
    ];
  },
};

/** Returns the missing or invalid fields of a question. */
export const invalidFields = (question: string, form: FormData): string[] =>
  RULES[question]?.(form) ?? [];

const LISTS = new Set(['languages', 'practices', 'issueAreas', 'sharedTerritories', 'unsaid']);

/** Returns the values of a form by name; always a list for inputs with several choices. */
export function formValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of LISTS) values[name] = form.getAll(name).map(String);
  for (const [name, value] of form) if (!LISTS.has(name)) values[name] = String(value);
  return values;
}
