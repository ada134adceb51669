import type { TestApp } from '../../support/app/app.js';
import type { PartyInput } from '../../support/factories/coalitions/make-coalitions.js';
import type { TestCoalition } from '../../support/factories/coalitions/taking-part.js';
import type { Person } from '../../support/factories/make-people.js';
import type { Identity } from '../../support/matrix/identity-linkage.js';
import type { CoalitionPerson, CoalitionPlace } from './coalition-steps.js';

const NO_ID = '00000000-0000-4000-8000-000000000000';

interface IdentityRow {
  readonly id: string;
  readonly persona: string | null;
}

const IDENTITIES = `
  select id, case when group_id = $2 then persona_name end as persona from membership where account_id = $1
  union all select id, null from affiliation where account_id = $1
  union all select id, null from profile where account_id = $1`;

/** The ids of the rows of one world. An absent row has an id that no row has. */
export class CoalitionRows {
  constructor(
    private readonly app: TestApp,
    private readonly people: Readonly<Record<CoalitionPerson, Person>>,
    readonly places: Readonly<Record<CoalitionPlace, PartyInput>>,
    readonly coalition: TestCoalition,
    readonly channelId: string,
    /** The latest participant of each place. */
    readonly participantIds: Record<CoalitionPlace, string>,
  ) {}

  /** The membership of the group or affiliation to the organisation that holds now. */
  sourceOf(place: CoalitionPlace, of: CoalitionPerson): Promise<string> {
    const party = this.places[place];
    const [sql, id] =
      'groupId' in party
        ? [
            'select id from membership where account_id = $1 and group_id = $2 and ended_at is null',
            party.groupId,
          ]
        : [
            'select id from affiliation where account_id = $1 and organisation_id = $2',
            party.organisationId,
          ];
    return this.idOf(sql!, of, id!);
  }

  grantOf(place: CoalitionPlace, of: CoalitionPerson): Promise<string> {
    const sql = 'select id from coalition_grant where account_id = $1 and participant_id = $2';
    return this.idOf(sql, of, this.participantIds[place]);
  }

  entryOf(of: CoalitionPerson): Promise<string> {
    const sql =
      'select id from membership where account_id = $1 and group_id = $2 and ended_at is null';
    return this.idOf(sql, of, this.coalition.id);
  }

  barredEntryOf(of: CoalitionPerson): Promise<string> {
    const sql =
      'select id from membership where account_id = $1 and group_id = $2 and barred_at is not null';
    return this.idOf(sql, of, this.coalition.id);
  }

  /** The person as their groups and profile show them, and under each persona that they had in the coalition. */
  async identitiesOf(of: CoalitionPerson): Promise<Identity[]> {
    const rows = await this.app.db.query<IdentityRow>(IDENTITIES, [
      ...[this.people[of].accountId, this.coalition.id],
    ]);
    const open = rows.filter(({ persona }) => persona === null).map(({ id }) => id);
    const personas = Map.groupBy(rows, ({ persona }) => persona ?? '');
    personas.delete('');
    return [
      { of, key: 'in the group', marks: [of, ...open] },
      ...[...personas].map(([persona, some]) => ({
        ...{ of, key: persona, marks: [persona, ...some.map(({ id }) => id)] },
      })),
    ];
  }

  async isPersona(membershipId: string): Promise<boolean> {
    const sql = 'select 1 from membership where id = $1 and persona_name is not null';
    return (await this.app.db.query(sql, [membershipId])).length > 0;
  }

  private async idOf(sql: string, of: CoalitionPerson, id: string): Promise<string> {
    const rows = await this.app.db.query<{ id: string }>(sql, [this.people[of].accountId, id]);
    return rows[0]?.id ?? NO_ID;
  }
}
