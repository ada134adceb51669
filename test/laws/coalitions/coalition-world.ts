import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { GrantState } from '#coalitions/grants/grant.view.js';
import { TakingPartService } from '#coalitions/grants/taking-part.service.js';
import { EventsWorker } from '#events/events.worker.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import type { TestApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import * as acts from '../../support/factories/coalitions/taking-part.js';
import { factories } from '../../support/factories/factories.js';
import * as groupActs from '../../support/factories/group-documents.js';
import {
  makeParticipant,
  type PartyInput,
} from '../../support/factories/coalitions/make-coalitions.js';
import {
  channelOf,
  makeCoalitionOf,
  takePartInput,
  type TestCoalition,
} from '../../support/factories/coalitions/taking-part.js';
import { makePeople, type Person } from '../../support/factories/make-people.js';
import { CoalitionModel, entryNameOf, sourceNameOf } from './coalition-model.js';
import {
  COALITION_PEOPLE,
  COALITION_PLACES,
  type CoalitionPerson,
  type CoalitionPlace,
  type CoalitionStep,
  type CoalitionVerdict,
  OWNERS,
  PLACE_NAMES,
} from './coalition-steps.js';

const LEAVE_ORGANISATION = 'mutation ($id: ID!) { leaveOrganisation(affiliationId: $id) }';
const CHANGES = 'query ($id: ID!) { changes(channelId: $id, after: 0) { items { body } } }';
const NO_ID = '00000000-0000-4000-8000-000000000000';

/** The product with the people of the model. Acts go over HTTP; rights are compared in the process. */
export class CoalitionWorld {
  readonly model = new CoalitionModel();
  private constructor(
    private readonly app: TestApp,
    private readonly people: Record<CoalitionPerson, Person>,
    private readonly places: Record<CoalitionPlace, PartyInput>,
    private readonly coalition: TestCoalition,
    private readonly channelId: string,
  ) {}

  static async begin(app: TestApp): Promise<CoalitionWorld> {
    const people = await makePeople(app, {
      ...{ ste: 'steward', tea: 'steward', spo: 'member', ana: 'member', bea: 'member' },
      eva: 'member',
    });
    for (const one of Object.values(people)) await factories.profile(one);
    const { ste, tea, spo } = people;
    const forest = await factories.group(app, { steward: ste, ...groupActs.HIDDEN_GROUP });
    const tide = await factories.group(app, { steward: tea });
    const radio = await factories.organisation(app, { spokesperson: spo });
    const places = {
      forest: { groupId: forest.id },
      tide: { groupId: tide.id },
      radio: { organisationId: radio.id },
    };
    const participants = COALITION_PLACES.map((place): [PartyInput, string] => [
      places[place],
      PLACE_NAMES[place],
    ]);
    const coalition = await makeCoalitionOf(app, { founder: ste, participants });
    await app.get(EventsWorker).drain();
    const channelId = await channelOf(app, coalition);
    return new CoalitionWorld(app, people, places, coalition, channelId);
  }

  async take(step: CoalitionStep): Promise<void> {
    const expected = this.model.take(step);
    // The model refuses some acts that the product would allow, such as the end of a group with its only steward.
    const isSkipped = expected === 'refused' && (isBySystem(step) || isOwnerQuit(step));
    const verdict = isSkipped ? expected : await this.perform(step);
    expect({ step, verdict }).toEqual({ step, verdict: expected });
    await this.compareRights(step);
    await this.app.get(EventsWorker).drain();
    await this.compareRights(step);
    await this.compareLists(step);
  }

  private async perform(step: CoalitionStep): Promise<CoalitionVerdict> {
    if (isBySystem(step)) return this.performBySystem(step);
    const [document, variables] = await this.requestOf(step);
    const code = await apiAs(this.people[step.by]).code(document, variables);
    return code === 'FORBIDDEN' || code === 'NOT_FOUND' ? 'refused' : (code as CoalitionVerdict);
  }

  private async performBySystem({ kind, by, of, place }: CoalitionStep): Promise<CoalitionVerdict> {
    const { app, people } = this;
    const party = this.places[place];
    const [a, b] = [people[by].accountId, people[of].accountId];
    if (kind === 'separate') await app.db.write(() => app.get(SeparationsService).start(a, b));
    else if (kind === 'reconcile') {
      await app.db.write(async () => {
        const separation = await app.get(SeparationsService).between(a, b);
        await app.get(SeparationsService).end(separation!.id);
      });
    } else if (kind === 'participantIn') {
      await makeParticipant(app, this.coalition, this.places[place], PLACE_NAMES[place]);
    } else if (kind === 'enter') {
      const person = people[of];
      if ('groupId' in party)
        await factories.membership(app, { group: { id: party.groupId }, person });
      else await factories.affiliation(app, { organisation: { id: party.organisationId }, person });
    } else {
      await app.db.query('update account set standing = $2 where id = $1', [
        ...[b, kind === 'suspend' ? 'suspended' : 'member'],
      ]);
    }
    return 'OK';
  }

  private async requestOf(step: CoalitionStep): Promise<[string, Record<string, unknown>]> {
    const { kind, of, place, isSteward, usesPersona } = step;
    const [participantId, sourceId] = [await this.participantOf(place), await this.sourceOf(step)];
    const grantId = await this.grantOf(place, of);
    const entryId = await this.entryOf(of);
    switch (kind) {
      case 'grant':
        return [acts.GIVE_GRANTS, { input: { participantId, personIds: [sourceId] } }];
      case 'withdraw':
        return [acts.WITHDRAW_GRANT, { id: grantId }];
      case 'nameDelegate': {
        const stewardId = isSteward ? sourceId : null;
        return [
          acts.NAME_DELEGATES,
          { input: { participantId, personIds: [sourceId], stewardId } },
        ];
      }
      case 'endDelegates':
        return [acts.NAME_DELEGATES, { input: { participantId, personIds: [] } }];
      case 'participantOut':
        return [acts.TAKE_PARTICIPANT_OUT, { id: participantId }];
      case 'accept': {
        const personaName = usesPersona ? entryNameOf(of) : null;
        return [acts.TAKE_PART, takePartInput(grantId, { personaName })];
      }
      case 'decline':
        return [acts.DECLINE_GRANT, { id: grantId, isDeclined: usesPersona }];
      case 'show':
        return [acts.SHOW_MY_PARTICIPANT, { id: grantId, isShown: usesPersona }];
      case 'leave':
        return [acts.LEAVE_COALITION, { id: this.coalition.id }];
      case 'quit':
        return [place === 'radio' ? LEAVE_ORGANISATION : groupActs.LEAVE_GROUP, { id: sourceId }];
      case 'changeSourceName':
        return this.rename(sourceId, sourceNameOf(place, of));
      case 'changeEntryName':
        return this.rename(entryId, entryNameOf(of));
      case 'remove':
        return [groupActs.REMOVE_MEMBER, { id: entryId }];
      default:
        return [groupActs.READMIT_MEMBER, { id: await this.barredEntryOf(of) }];
    }
  }

  /** A persona becomes the profile's name, and the profile's name a persona. */
  private async rename(
    membershipId: string,
    name: string,
  ): Promise<[string, Record<string, unknown>]> {
    const sql = 'select 1 from membership where id = $1 and persona_name is not null';
    const isPersona = (await this.app.db.query(sql, [membershipId])).length > 0;
    const input = { membershipId, name: isPersona ? null : name };
    return [groupActs.SET_PERSONA, { input }];
  }

  /** Compares the rights of everybody, and the grants that each holds. */
  private async compareRights(step: CoalitionStep): Promise<void> {
    const [access, viewers] = [this.app.get(AccessService), this.app.get(ViewerLoader)];
    const { id } = this.coalition;
    for (const name of COALITION_PEOPLE) {
      const viewer = (await viewers.byAccount(this.people[name].accountId))!;
      const { model } = this;
      const sees = model.sees(name);
      expect({
        ...{ step, name },
        reads: await access.may('Channel', this.channelId, viewer),
        sees: await access.may('Group', id, viewer),
        isSteward: await access.may('Group', id, viewer, 'inviteParticipant'),
        held: await this.heldBy(viewer),
      }).toEqual({
        ...{ step, name, reads: model.reads(name), sees },
        isSteward: sees && model.isCoalitionSteward(name),
        held: model.heldBy(name),
      });
    }
  }

  private async heldBy(viewer: Parameters<TakingPartService['held']>[0]) {
    const held = await this.app.get(TakingPartService).held(viewer);
    const places = new Map<string, CoalitionPlace>();
    for (const place of COALITION_PLACES) places.set(await this.participantOf(place), place);
    return held
      .map(({ participantId, state, isShown }) => ({
        ...{ place: places.get(participantId)!, isShown },
        isAccepted: state === GrantState.accepted,
        isDeclined: state === GrantState.declined,
      }))
      .toSorted((a, b) => orderOf(a.place) - orderOf(b.place));
  }

  /** Compares over HTTP what the participants see of their grants, and what those see who take part. */
  private async compareLists(step: CoalitionStep): Promise<void> {
    const { model, people } = this;
    for (const place of COALITION_PLACES) {
      const owner = OWNERS[place];
      if (!model.places[place].isParticipant || model.people[owner].isSuspended) continue;
      const id = await this.participantOf(place);
      const { coalitionGrants } = await apiAs(people[owner]).ask(acts.COALITION_GRANTS, { id });
      const given = coalitionGrants.map(({ name }) => name).toSorted();
      expect({ step, place, given }).toEqual({
        step,
        place,
        given: model.givenBy(place).toSorted(),
      });
    }
    const channel = { id: this.channelId };
    const code = await apiAs(people[step.of]).code(CHANGES, channel);
    expect({ step, isRead: code === 'OK' }).toEqual({ step, isRead: model.reads(step.of) });
    const reader = COALITION_PEOPLE.find((name) => model.reads(name));
    if (!reader) return;
    const { id } = this.coalition;
    const { groupMembers } = await apiAs(people[reader]).ask(acts.COALITION_PEOPLE, { id });
    const list = groupMembers.items.map(({ name, shownParticipants }) => {
      const shown = shownParticipants.map((one) => one.name).toSorted();
      return `${name} · ${shown.join()}`;
    });
    expect({ step, list: list.toSorted() }).toEqual({ step, list: model.list().toSorted() });
  }

  private async participantOf(place: CoalitionPlace): Promise<string> {
    return this.idOf(
      `select id from participant where coalition_id = $1 and coalesce(group_id, organisation_id) = $2
       order by joined_at desc, ended_at desc nulls first limit 1`,
      [this.coalition.id, idOf(this.places[place])],
    );
  }

  private sourceOf({ of, place }: Pick<CoalitionStep, 'of' | 'place'>): Promise<string> {
    const party = this.places[place];
    const { accountId } = this.people[of];
    const sql =
      'groupId' in party
        ? 'select id from membership where group_id = $1 and account_id = $2 and ended_at is null'
        : 'select id from affiliation where organisation_id = $1 and account_id = $2';
    return this.idOf(sql, [idOf(party), accountId]);
  }

  private async grantOf(place: CoalitionPlace, of: CoalitionPerson): Promise<string> {
    const sql = 'select id from coalition_grant where participant_id = $1 and account_id = $2';
    return this.idOf(sql, [await this.participantOf(place), this.people[of].accountId]);
  }

  private entryOf(of: CoalitionPerson): Promise<string> {
    return this.idOf(
      'select id from membership where group_id = $1 and account_id = $2 and ended_at is null',
      [this.coalition.id, this.people[of].accountId],
    );
  }

  private barredEntryOf(of: CoalitionPerson): Promise<string> {
    return this.idOf(
      'select id from membership where group_id = $1 and account_id = $2 and barred_at is not null',
      [this.coalition.id, this.people[of].accountId],
    );
  }

  private async idOf(sql: string, values: unknown[]): Promise<string> {
    return (await this.app.db.query<{ id: string }>(sql, values))[0]?.id ?? NO_ID;
  }
}

const orderOf = (place: CoalitionPlace) => COALITION_PLACES.indexOf(place);
const SYSTEM = ['suspend', 'restore', 'enter', 'participantIn', 'separate', 'reconcile'];
const isBySystem = ({ kind }: CoalitionStep) => SYSTEM.includes(kind);
const idOf = (party: PartyInput) => ('groupId' in party ? party.groupId : party.organisationId);
const isOwnerQuit = ({ kind, of, place }: CoalitionStep) => kind === 'quit' && OWNERS[place] === of;
