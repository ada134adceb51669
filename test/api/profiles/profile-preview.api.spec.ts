import fc from 'fast-check';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { AUDIENCES } from '#policy/facts/audiences.js';
import type { FieldKind } from '#profiles/own-profile/field-values.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import { AUDIENCE_CEILINGS, FIELD_KINDS } from '../../laws/profiles/profile-model.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import { PERSON_QUERY, PERSON_FIELDS } from '../../support/matrix/person-document.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

const VIEW_AS = `query($input: ViewAsInput!) { viewAs(input: $input) { ${PERSON_FIELDS} } }`;

const answers = {
  ...{ pronouns: 'ella', organisation: 'Radio Ceiba', about: 'Radio.', contact: 'a@trama.example' },
  ...{
    supportSought: { text: 'Mapas.', terms: ['skill:facilitation'] },
    issueAreas: ['issue:human-rights'],
    skills: { text: 'Coser cables', terms: ['skill:facilitation'] },
  },
  ...{ practices: ['practice:community-media'], territories: ['territory:PE'] },
  interprets: ['language:es'],
  ...{ languages: ['language:qu'], region: ['territory:PE-LOR'] },
};

describe("the preview of one's own profile", () => {
  const app = useApp();

  /** Returns what a real viewer gets, without the fields that a preview never shows. */
  const real = async (who: Person, id: string) => {
    if ((await apiAs(who).code(PERSON_QUERY, { id })) === 'NOT_FOUND') return null;
    const { person } = await apiAs(who).ask(PERSON_QUERY, { id });
    return { ...person, viewerCan: [] };
  };
  const preview = async (who: Person, input: object) =>
    (await apiAs(who).ask(VIEW_AS, { input })).viewAs;

  const anyAudiences = fc.record(
    Object.fromEntries(
      FIELD_KINDS.filter((kind) => kind !== 'colour').map((kind) => [
        kind,
        fc.constantFrom(...AUDIENCES.slice(0, AUDIENCES.indexOf(AUDIENCE_CEILINGS[kind]) + 1)),
      ]),
    ) as { [K in FieldKind]: fc.Arbitrary<(typeof AUDIENCES)[number]> },
  );

  it('shows for each kind of viewer exactly the fields that a real viewer gets', async () => {
    await fc.assert(
      fc.asyncProperty(anyAudiences, async (audiences) => {
        const { ada, member, mate, ally } = await makePeople(app, {
          ...({ ada: 'steward', member: 'outsider', mate: 'member', ally: 'member' } as const),
        });
        const personIds = new Map<Person, string>();
        for (const who of [member, mate, ally]) personIds.set(who, await factories.profile(who));
        const id = await factories.profile(ada, { answers, audiences });
        const group = await factories.group(app, { steward: ada, members: [mate] });
        const alliances = app.get(AlliancesService);
        await app.db.write(() => alliances.start(ada.accountId, ally.accountId));

        const asMember = await real(member, id);
        const asMate = await real(mate, id);
        const asAlly = await real(ally, id);
        expect(await preview(ada, { as: 'member' })).toEqual(asMember);
        expect(await preview(ada, { as: 'groupMember', groupId: group.id })).toEqual(asMate);
        expect(await preview(ada, { as: 'ally' })).toEqual(asAlly);
        for (const [who, seen] of [
          [member, asMember],
          [mate, asMate],
          [ally, asAlly],
        ] as const) {
          const input = { as: 'person', personId: personIds.get(who) };
          expect(await preview(ada, input)).toEqual(seen);
        }
      }),
      { numRuns: numberOfRuns(6), endOnFailure: true },
    );
  }, 120_000);

  it('is the same for a person separated by a block as for an unknown person', async () => {
    const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'member' });
    await factories.profile(ada, { answers });
    const personId = await factories.profile(ben);
    expect(await preview(ada, { as: 'person', personId })).toMatchObject({ name: 'ada' });
    const { BlocksService } = await import('#members/relationships/blocks.service.js');
    await app.db.write(() => app.get(BlocksService).block(ben.accountId, ada.accountId));
    const raw = async (id: string) =>
      (await apiAs(ada).raw(VIEW_AS, { input: { as: 'person', personId: id } })).text();
    expect(await raw(personId)).toBe(await raw(crypto.randomUUID()));
  });

  it("accepts only groups of the profile's owner for the view of group members", async () => {
    const { ada, ben } = await makePeople(app, { ada: 'member', ben: 'steward' });
    await factories.profile(ada);
    const { id } = await factories.group(app, { steward: ben });
    const code = (input: object) => apiAs(ada).code(VIEW_AS, { input });
    expect(await code({ as: 'groupMember', groupId: id })).toBe('NOT_FOUND');
    expect(await code({ as: 'groupMember', groupId: crypto.randomUUID() })).toBe('NOT_FOUND');
    expect(await code({ as: 'groupMember' })).toBe('INVALID');
    expect(await code({ as: 'person' })).toBe('INVALID');
    expect(await code({ as: 'person', personId: ben.accountId })).toBe('NOT_FOUND');
  });
});
