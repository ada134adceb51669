import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { containingActions } from '../../support/app/match-viewer-can.js';
import { factories } from '../../support/factories/factories.js';
import { fieldVersion } from '../../support/factories/make-profile.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';
import { PERSON_QUERY } from '../../support/matrix/person-document.js';

const OWN = `{ myProfile { id mayBeFound
  fields { kind audience ceiling text version isForChosenGroups groupIds terms(language: es) { id } } } }`;
const SET = `mutation($input: SetProfileFieldInput!) {
  setProfileField(input: $input) { kind text version terms(language: en) { id name } } }`;
const AUDIENCE = `mutation($input: SetFieldAudienceInput!) {
  setFieldAudience(input: $input) { kind audience version } }`;
const ANSWER = `mutation($input: JoiningAnswerInput!) { answerJoiningQuestion(input: $input) { mayBeFound } }`;

describe('profiles', () => {
  const app = useApp();

  const set = async (who: Person, kind: string, value: object) => {
    const version = await fieldVersion(who, kind as never);
    return apiAs(who).ask(SET, { input: { kind, version, ...value } });
  };
  const open = async (who: Person, kind: string, audience: string, more: object = {}) => {
    const version = await fieldVersion(who, kind as never);
    return apiAs(who).ask(AUDIENCE, { input: { kind, audience, version, ...more } });
  };
  const see = (who: Person, id: string) =>
    apiAs(who)
      .ask(PERSON_QUERY, { id })
      .then(({ person }) => person);

  it('start hidden, and become visible to members if their owner agrees at joining to be found', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'outsider' });
    const id = await factories.profile(ada, {
      mayBeFound: null,
      answers: {
        issueAreas: ['issue:indigenous-rights'],
        about: 'Radio',
        contact: 'a@trama.example',
      },
    });
    await factories.profile(eve);
    const audiences = async () => {
      const { myProfile } = await apiAs(ada).ask(OWN);
      return Object.fromEntries(myProfile.fields.map((one: any) => [one.kind, one.audience]));
    };
    expect(await audiences()).toMatchObject({
      name: 'onlyMe',
      issueAreas: 'onlyMe',
      about: 'groups',
    });
    expect(await apiAs(eve).code(PERSON_QUERY, { id })).toBe('NOT_FOUND');

    await apiAs(ada).ask(ANSWER, { input: { mayBeFound: true } });
    expect(await audiences()).toMatchObject({
      ...{ name: 'members', colour: 'members', issueAreas: 'members', practices: 'members' },
      ...{ languages: 'members', territories: 'members', about: 'groups', skills: 'groups' },
      ...{ region: 'onlyMe', organisation: 'onlyMe', contact: 'onlyMe' },
    });
    expect(await see(eve, id)).toMatchObject({
      name: 'ada',
      issueAreas: [{ id: 'issue:indigenous-rights' }],
      about: null,
      contact: null,
    });
    expect(await apiAs(ada).code(ANSWER, { input: { mayBeFound: false } })).toBe('CONFLICT');
  });

  it('are visible only to shared groups if their owner declines at joining to be found', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'outsider' });
    const id = await factories.profile(ada, { mayBeFound: false });
    expect(await apiAs(eve).code(PERSON_QUERY, { id })).toBe('NOT_FOUND');
    expect(await see(ada, id)).toMatchObject({
      name: 'ada',
      viewerCan: containingActions(['read', 'edit'], {
        without: ['askIntroduction', 'block', 'report'],
      }),
    });
  });

  it('store normalised values and reject invalid values', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await factories.profile(ada);
    const about = 'Hago radio.\u202e\r\n\r\n\r\n\r\nY mapas\u0000.  ';
    expect(await set(ada, 'about', { text: about })).toEqual({
      setProfileField: { kind: 'about', text: 'Hago radio.\n\nY mapas.', version: 2, terms: [] },
    });
    const terms = ['language:qu', 'language:es', 'language:qu'];
    expect(await set(ada, 'languages', { terms })).toMatchObject({
      setProfileField: { terms: [{ id: 'language:qu' }, { id: 'language:es' }] },
    });
    const refused = async (kind: string, value: object, fields: object) =>
      expect(set(ada, kind, value)).rejects.toMatchObject({ code: 'INVALID', fields });
    await refused('name', { text: ' \u200b ' }, { text: 'blank' });
    await refused('name', { text: 'ñ'.repeat(61) }, { text: 'tooLong' });
    await refused('about', { text: 'x'.repeat(601) }, { text: 'tooLong' });
    await refused('about', { terms: ['issue:human-rights'] }, { terms: 'notText' });
    await refused('issueAreas', { text: 'x' }, { text: 'notTerms' });
    await refused('issueAreas', { terms: ['practice:community-media'] }, { terms: 'unknownTerm' });
    await refused('territories', { terms: ['territory:PE-LOR'] }, { terms: 'unknownTerm' });
    await refused('region', { terms: ['territory:PE'] }, { terms: 'unknownTerm' });
    await refused('colour', { text: '7' }, { text: 'unknownColour' });
    const six = Object.values(
      await import('#taxonomy/terms.js').then((m) => m.termsOfKind('issue')),
    )
      .slice(0, 6)
      .map((term) => term.id);
    await refused('issueAreas', { terms: six }, { terms: 'tooMany' });
    expect(await apiAs(ada).ask(OWN)).toMatchObject({
      myProfile: { fields: expect.arrayContaining([expect.objectContaining({ text: 'ada' })]) },
    });
  });

  it('reject a change of an outdated version and store nothing', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await factories.profile(ada, { answers: { about: 'one' } });
    const version = await fieldVersion(ada, 'about');
    const change = (text: string) =>
      apiAs(ada).code(SET, { input: { kind: 'about', text, version } });
    const both = await Promise.all([change('two'), change('three')]);
    expect(both.toSorted()).toEqual(['CONFLICT', 'OK']);
    expect(await fieldVersion(ada, 'about')).toBe(version + 1);
  });

  it('refuse an audience above the ceiling of a field', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    await factories.profile(ada);
    const fields = { audience: 'aboveCeiling' };
    await expect(open(ada, 'region', 'members')).rejects.toMatchObject({ code: 'INVALID', fields });
    await expect(open(ada, 'contact', 'groups')).rejects.toMatchObject({ code: 'INVALID', fields });
    expect(await open(ada, 'region', 'groups')).toMatchObject({
      setFieldAudience: { audience: 'groups' },
    });
    expect(await open(ada, 'contact', 'allies')).toMatchObject({
      setFieldAudience: { audience: 'allies' },
    });
  });

  it('show a change to other viewers as soon as the mutation has returned', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'outsider' });
    const id = await factories.profile(ada, {
      answers: { organisation: 'Radio Ceiba' },
      audiences: { organisation: 'members' },
    });
    expect(await see(eve, id)).toMatchObject({ organisation: 'Radio Ceiba' });
    await open(ada, 'organisation', 'onlyMe');
    expect(await see(eve, id)).toMatchObject({ organisation: null });
    await open(ada, 'name', 'onlyMe');
    expect(await apiAs(eve).code(PERSON_QUERY, { id })).toBe('NOT_FOUND');
  });

  it('reject additional input fields', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'outsider' });
    await factories.profile(ada, { answers: { about: 'mine' } });
    const evil = await factories.profile(eve, { answers: { about: 'hers' } });
    for (const extra of [
      { accountId: eve.accountId },
      { profileId: evil },
      { audience: 'members' },
    ]) {
      const input = { kind: 'about', text: 'x', version: 1, ...extra };
      expect(await apiAs(ada).code(SET, { input })).toBe('INVALID');
    }
    expect(await see(eve, evil)).toMatchObject({ about: 'hers' });
  });

  it('are accessible to members only', async () => {
    const people = await makePeople(app, {
      ...{
        ada: 'member',
        app1: 'applicant',
        sus: 'suspended',
        aud: 'auditor',
        adm: 'administrator',
      },
    });
    const id = await factories.profile(people.ada);
    for (const who of [people.app1, people.sus, people.aud, people.adm]) {
      expect(await apiAs(who).code(PERSON_QUERY, { id })).toBe('NOT_FOUND');
      for (const [document, variables] of [
        [OWN, {}],
        ['{ people { items { id } } }', {}],
        ['{ viewAs(input: { as: member }) { id } }', {}],
        [SET, { input: { kind: 'about', text: 'x', version: 1 } }],
        [AUDIENCE, { input: { kind: 'about', audience: 'members', version: 1 } }],
        [ANSWER, { input: { mayBeFound: true } }],
      ] as const) {
        expect(await apiAs(who).code(document, variables)).toBe('FORBIDDEN');
        expect(await apiAs({ app }).code(document, variables)).toBe('UNAUTHENTICATED');
      }
    }
  });

  it.each([null, '', [], {}, 10 ** 309, 'x', '00000000-0000-0000-0000-000000000000', 1])(
    'are not found by the id %p, which gets INVALID or NOT_FOUND',
    async (id) => {
      const { ada } = await makePeople(app, { ada: 'member' });
      await factories.profile(ada);
      expect(['INVALID', 'NOT_FOUND']).toContain(await apiAs(ada).code(PERSON_QUERY, { id }));
    },
  );

  it('are not found by an account id or a session id', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'outsider' });
    await factories.profile(ada);
    for (const id of [ada.accountId, ada.sessionId]) {
      expect(await apiAs(eve).code(PERSON_QUERY, { id })).toBe('NOT_FOUND');
    }
  });
});
