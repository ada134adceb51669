import fc from 'fast-check';
import { EventsWorker } from '#events/events.worker.js';
import { type Membership, MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import * as acts from '../../support/factories/group-documents.js';
import { factories } from '../../support/factories/factories.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';
import { sendMessage } from '../../support/messages/message-documents.js';
import { startTopic } from '../../support/messages/topics.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';
import {
  GroupRolesModel,
  randomRoleSteps,
  ROLE_PEOPLE,
  type RolePerson,
  type RoleStep,
  type RoleVerdict,
} from './group-roles-model.js';
import { methodMutant, ruleMutant } from './product-mutants.js';
import { testAgainstModel } from './test-against-model.js';

const app = useApp({ TRAMA_WORKER: '0' });

const RIGHTS = `query ($slug: String!, $channel: ID!, $topic: ID!, $message: ID!, $own: ID!) {
  group(slug: $slug) { viewerCan } channel(id: $channel) { viewerCan } topic(id: $topic) { viewerCan }
  message(id: $message) { viewerCan } groupMember(membershipId: $own) { role viewerCan } }`;
const LIST = 'query ($id: ID!) { groupMembers(groupId: $id) { items { name role viewerCan } } }';
const PERSONAS: Readonly<Record<RolePerson, string>> = {
  ...{ ste: 'Garza Blanca', two: 'Martín Pescador', ana: 'Ocote', ben: 'Lluvia Tres' },
};
/** Rights that a facilitator has, and those that only a steward has. */
const FACILITATORS = ['createChannel', 'rename', 'archive', 'close', 'pin'];
const STEWARDS = [
  ...['edit', 'makeLessPrivate', 'invite', 'readRequests', 'mentionAll', 'shorten', 'lengthen'],
  ...['publishAgreements', 'remove'],
];

const ON_MEMBERSHIP: Partial<Record<RoleStep['kind'], string>> = {
  make: acts.MAKE_FACILITATOR,
  end: acts.END_FACILITATION,
  offer: acts.OFFER_STEWARDSHIP,
  accept: acts.ACCEPT_STEWARDSHIP_OFFER,
  handOver: acts.HAND_OVER_STEWARDSHIP,
  endStewardship: acts.END_STEWARDSHIP,
  leave: acts.LEAVE_GROUP,
  remove: acts.REMOVE_MEMBER,
  readmit: acts.READMIT_MEMBER,
};

/** A group with the people of the model, and Hal, who wrote what the others may change. */
class World {
  readonly model = new GroupRolesModel();
  private constructor(
    private readonly people: Record<RolePerson | 'hal', Person>,
    private readonly group: { readonly id: string; readonly slug: string },
    private readonly rows: { readonly channel: string; topic: string; message: string },
  ) {}

  static async begin(): Promise<World> {
    const people = await makePeople(app, {
      ...{ ste: 'steward', two: 'member', ana: 'member', ben: 'member', hal: 'member' },
    });
    const { ste, two, ana, ben, hal } = people;
    const group = await factories.group(app, {
      ...{ steward: ste, members: [two, ana, ben, hal] },
      ...acts.OPEN_GROUP,
    });
    const { id: channel } = await factories.channel(app, { group, history: 'start' });
    const { id: topic } = await startTopic(hal, channel, 'Antenas');
    const { id: message } = await sendMessage(hal, channel, 'Hola');
    return new World({ ...people }, group, { channel, topic, message });
  }

  async take(step: RoleStep): Promise<void> {
    const verdict = await this.perform(step);
    expect({ step, verdict }).toEqual({ step, verdict: this.model.take(step) });
    await app.get(EventsWorker).drain();
    for (const name of ROLE_PEOPLE) await this.compare(name);
    await this.compareLists();
  }

  private async perform({ kind, by, of }: RoleStep): Promise<RoleVerdict> {
    const id = await this.membershipOf(of);
    if (kind === 'suspend' || kind === 'restore') {
      await app.db.query('update account set standing = $2 where id = $1', [
        ...[this.people[of].accountId, kind === 'suspend' ? 'suspended' : 'member'],
      ]);
      return 'OK';
    }
    const code = await this.send(kind, by, id);
    return code === 'FORBIDDEN' || code === 'NOT_FOUND' ? 'refused' : (code as RoleVerdict);
  }

  private send(kind: RoleStep['kind'], by: RolePerson, membershipId: string): Promise<string> {
    const one = apiAs(this.people[by]);
    if (kind === 'join') return one.code(acts.JOIN_GROUP, { id: this.group.id });
    if (kind === 'takePersona' || kind === 'giveUpPersona') {
      const name = kind === 'takePersona' ? PERSONAS[by] : null;
      return one.code(acts.SET_PERSONA, { input: { membershipId, name } });
    }
    return one.code(ON_MEMBERSHIP[kind]!, { id: membershipId });
  }

  /** Compares what the person may do with what the model says. */
  private async compare(name: RolePerson): Promise<void> {
    const role = this.model.rightsOf(name);
    const own = await this.membershipOf(name);
    const { slug } = this.group;
    const person = apiAs(this.people[name]);
    const asked = { slug, own, ...this.rows };
    if (!role) {
      const code = await person.code(RIGHTS, asked);
      return expect(['FORBIDDEN', 'NOT_FOUND']).toContain(code);
    }
    const { group, channel, topic, message, groupMember } = await person.ask(RIGHTS, asked);
    const can: string[] = [group, channel, topic, message].flatMap(({ viewerCan }) => viewerCan);
    const allowed = (rights: readonly string[]) => rights.filter((right) => can.includes(right));
    const expected = {
      ...{ name, role, offered: this.model.places[name].isOffered },
      facilitators: role === 'member' ? [] : FACILITATORS,
      stewards: role === 'steward' ? STEWARDS : [],
    };
    expect({
      ...{ name, role: groupMember.role },
      offered: groupMember.viewerCan.includes('acceptStewardship'),
      facilitators: allowed(FACILITATORS),
      stewards: allowed(STEWARDS),
    }).toEqual(expected);
  }

  /** Compares the member list as Hal and each of the others see it, under the names that people have in the group. */
  private async compareLists(): Promise<void> {
    const { places } = this.model;
    const inside = ROLE_PEOPLE.filter((name) => places[name].isIn);
    const readers = ROLE_PEOPLE.filter((name) => this.model.rightsOf(name));
    for (const reader of ['hal', ...readers] as const) {
      const { groupMembers } = await apiAs(this.people[reader]).ask(LIST, { id: this.group.id });
      const shown = groupMembers.items.map(({ name, role, viewerCan }) => {
        const acts = ['makeFacilitator', 'endFacilitation'].filter((act) =>
          (viewerCan as string[]).includes(act),
        );
        return `${name} ${role} ${acts.join()}`;
      });
      const expected = inside.map((name) => {
        const may = reader === 'hal' ? null : this.model.mayChange(reader, name);
        const act = may && { make: 'makeFacilitator', end: 'endFacilitation' }[may];
        const { isPersona, role } = places[name];
        return `${isPersona ? PERSONAS[name] : name} ${role} ${act ?? ''}`;
      });
      const hal = readerMakes(this.model, reader) ? 'makeFacilitator' : '';
      expect({ reader, shown: shown.toSorted() }).toEqual({
        ...{ reader, shown: [...expected, `hal member ${hal}`].toSorted() },
      });
    }
  }

  /** The id of the person's latest membership. */
  private async membershipOf(name: RolePerson): Promise<string> {
    const sql = `select id from membership where group_id = $1 and account_id = $2
      order by ended_at desc nulls first, joined_at desc limit 1`;
    const values = [this.group.id, this.people[name].accountId];
    return (await app.db.query<{ id: string }>(sql, values))[0]!.id;
  }
}

const readerMakes = (model: GroupRolesModel, reader: RolePerson | 'hal') =>
  reader !== 'hal' && model.rightsOf(reader) === 'steward';

async function differenceInHistories(): Promise<string | null> {
  const histories = fc.asyncProperty(randomRoleSteps, async (steps) => {
    const world = await World.begin();
    for (const step of steps) await world.take(step);
  });
  const details = await fc.check(histories, { numRuns: numberOfRuns(3), endOnFailure: true });
  return details.failed ? fc.defaultReportMessage(details)! : null;
}

type RoleChange = readonly [Membership, MembershipRole];
const isFacilitator = ({ role }: Membership) => role === MembershipRole.facilitator;

testAgainstModel({
  title: 'whatever people do to roles in a group, each has the rights of their role and no others',
  app: () => app,
  differenceIn: differenceInHistories,
  mutants: {
    roles: [
      ruleMutant('every member pins', 'Message', 'pin', {
        ...{ kind: 'allow', fact: 'groupId', keeps: ['openToIds'] },
      }),
      ruleMutant('every member makes facilitators', 'Membership', 'makeFacilitator', {
        ...{ kind: 'allow', fact: 'groupId', keeps: ['endedAt', 'role'] },
      }),
      ruleMutant('every member ends facilitators', 'Membership', 'endFacilitation', {
        ...{ kind: 'allow', fact: 'groupId', keeps: ['endedAt', 'role'] },
      }),
      methodMutant('facilitators stay', MembershipsService, 'setRole', (was, args) => {
        const [membership, role] = args as unknown as RoleChange;
        return isFacilitator(membership) && role === MembershipRole.member ? null : was(...args);
      }),
      methodMutant('a new role ends an offer', MembershipsService, 'setRole', async (was, args) => {
        await was(...args);
        const [{ id }] = args as unknown as RoleChange;
        await app.get(MembershipsService).endStewardshipOffer(id);
      }),
      methodMutant(
        'a facilitator stays one under another name',
        MembershipsService,
        'setPersona',
        async (was, args) => {
          const memberships = app.get(MembershipsService);
          const [before] = await memberships.byIds([args[0] as unknown as string]);
          await was(...args);
          const now = await memberships.activeOf(before!.accountId, before!.groupId);
          if (isFacilitator(before!)) await memberships.setRole(now!, before!.role);
        },
      ),
    ],
  },
});
