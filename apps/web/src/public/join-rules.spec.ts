import { invalidFields, formValues } from './join-rules';

type Fields = Readonly<Record<string, string | readonly string[]>>;

function form(fields: Fields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) data.append(name, one);
  return data;
}

describe('invalidFields of the application form', () => {
  it.each<[string, Fields, string[]]>([
    ['name', {}, ['name']],
    ['name', { name: '  ' }, ['name']],
    ['name', { name: 'Ada', unsaid: 'name' }, []],
    ['name', { unsaid: 'name' }, ['name']],
    ['work', {}, ['practices']],
    ['work', { work: 'radio' }, []],
    ['work', { practices: ['practice:press'] }, []],
    ['work', { unsaid: 'practices' }, []],
    ['issueAreas', {}, ['issueAreas']],
    ['issueAreas', { issueAreas: ['1', '2', '3', '4', '5'] }, []],
    ['issueAreas', { issueAreas: ['1', '2', '3', '4', '5', '6'] }, ['issueAreas']],
    ['issueAreas', { unsaid: ['hopes', 'issueAreas'] }, []],
    ['territory', {}, ['country']],
    ['territory', { country: 'PE' }, []],
    ['territory', { sharedTerritories: 'amazonia' }, []],
    ['territory', { unsaid: 'territory' }, []],
    ['hopes', {}, ['hopes']],
    ['hopes', { unsaid: 'hopes' }, []],
    ['known', {}, ['knownKind']],
    ['known', { unsaid: 'known' }, []],
    ['known', { knownKind: 'nobody' }, []],
    ['known', { knownKind: 'member' }, ['known']],
    ['known', { knownKind: 'member', known: 'Ben' }, []],
    ['reach', {}, ['reach']],
    ['reach', { reach: 'here' }, []],
    ['reach', { reach: 'email' }, ['email']],
    ['reach', { reach: 'email', email: 'ada@ejemplo.org' }, []],
    ['reach', { reach: 'email', email: 'ada@ejemplo.org.' }, ['email']],
    ['reach', { reach: 'email', email: 'ada@ben@ejemplo.org' }, ['email']],
    ['reach', { reach: 'email', email: 'ada@ejemplo.org', password: 'ñ'.repeat(11) }, ['password']],
    ['reach', { reach: 'email', email: 'ada@ejemplo.org', password: '🌱'.repeat(6) }, ['password']],
    ['reach', { reach: 'email', email: 'ada@ejemplo.org', password: '🌱'.repeat(12) }, []],
    ['unknown', {}, []],
  ])('question %s with the values %j reports the fields %j', (question, fields, problems) => {
    expect(invalidFields(question, form(fields))).toEqual(problems);
  });
});

describe('formValues of the application form', () => {
  it('returns a list for an input with several choices, and a string for any other', () => {
    expect(formValues(form({ name: 'Ada', languages: 'es', practices: ['a', 'b'] }))).toEqual({
      ...{ name: 'Ada', languages: ['es'], practices: ['a', 'b'] },
      ...{ issueAreas: [], sharedTerritories: [], unsaid: [] },
    });
  });
});
