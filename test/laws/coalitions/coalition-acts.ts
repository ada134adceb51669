import { DelegatesService } from '#coalitions/delegates/delegates.service.js';
import { GrantsService } from '#coalitions/grants/grants.service.js';
import { TakingPartService } from '#coalitions/grants/taking-part.service.js';
import { ParticipantChangesService } from '#coalitions/participants/participant-changes.service.js';
import { GroupArchiveService } from '#groups/archive/group-archive.service.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { GroupMembersService } from '#groups/members/group-members.service.js';
import { PersonasService } from '#groups/members/personas.service.js';
import { newPersona } from '#members/persona.js';
import { SeparationsService } from '#members/relationships/separations.service.js';
import { AffiliationsService } from '#organisations/affiliations.service.js';
import { OrganisationsService } from '#organisations/organisations.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { TestApp } from '../../support/app/app.js';
import { makeParticipant } from '../../support/factories/coalitions/make-coalitions.js';
import { factories } from '../../support/factories/factories.js';
import type { Person } from '../../support/factories/make-people.js';
import type { CoalitionRows } from './coalition-rows.js';
import { entryNameOf, sourceNameOf } from './coalition-state.js';
import { CHOSEN_NAMES, type CoalitionStep } from './coalition-steps.js';

/** Performs the steps of a history through the services, in the name of the viewer. */
export class CoalitionActs {
  constructor(
    private readonly app: TestApp,
    private readonly rows: CoalitionRows,
    private readonly people: Readonly<Record<string, Person>>,
  ) {}

  /** Acts of a person. `nameIndex` is the position of the name that a participant takes. */
  async perform(step: CoalitionStep, viewer: Viewer, nameIndex: 0 | 1): Promise<unknown> {
    const { kind, of, place, isSteward, usesPersona } = step;
    const { app, rows } = this;
    const participantId = rows.participantIds[place];
    switch (kind) {
      case 'grant': {
        const personIds = [await rows.sourceOf(place, of)];
        return app.get(GrantsService).give(viewer, { participantId, personIds });
      }
      case 'withdraw':
        return app.get(GrantsService).withdraw(viewer, await rows.grantOf(place, of));
      case 'nameDelegate': {
        const personId = await rows.sourceOf(place, of);
        const named = { personIds: [personId], stewardId: isSteward ? personId : null };
        return app.get(DelegatesService).name(viewer, { participantId, ...named });
      }
      case 'endDelegates':
        return app.get(DelegatesService).name(viewer, { participantId, personIds: [] });
      case 'renameParticipant': {
        const shownName = CHOSEN_NAMES[place][nameIndex];
        const input = { participantId, shownName };
        const { id } = await app.get(ParticipantChangesService).rename(viewer, input);
        rows.participantIds[place] = id;
        return;
      }
      case 'participantOut':
        return app.get(ParticipantChangesService).takeOut(viewer, participantId);
      case 'accept': {
        const grantId = await rows.grantOf(place, of);
        const personaName = usesPersona ? entryNameOf(of) : null;
        const input = { grantId, personaName, isShown: false, agreementsVersion: 1 };
        return app.get(TakingPartService).takePart(viewer, input);
      }
      case 'decline':
        return app
          .get(TakingPartService)
          .decline(viewer, await rows.grantOf(place, of), usesPersona);
      case 'show':
        return app.get(TakingPartService).show(viewer, await rows.grantOf(place, of), usesPersona);
      case 'leave':
        return app.get(TakingPartService).leave(viewer, rows.coalition.id, false);
      case 'changeSourceName':
        return this.rename(viewer, await rows.sourceOf(place, of), sourceNameOf(place, of));
      case 'changeEntryName':
        return this.rename(viewer, await rows.entryOf(of), entryNameOf(of));
      case 'remove':
        return app.get(GroupMembersService).remove(viewer, await rows.entryOf(of));
      case 'readmit':
        return app.get(GroupMembersService).readmit(viewer, await rows.barredEntryOf(of));
      default:
        return this.performInPlace(step, viewer);
    }
  }

  /** Acts of a person in a group or an organisation. */
  private async performInPlace({ kind, of, place }: CoalitionStep, viewer: Viewer) {
    const { app, rows } = this;
    const party = rows.places[place];
    const isGroup = 'groupId' in party;
    const archives = app.get(GroupArchiveService);
    const organisations = app.get(OrganisationsService);
    const sourceId = await rows.sourceOf(place, of);
    if (kind === 'close') {
      if (isGroup) return archives.archiveAs(viewer, party.groupId);
      return organisations.end(viewer, party.organisationId);
    }
    if (kind === 'reopen') {
      if (isGroup) return archives.unarchive(viewer, party.groupId);
      return organisations.keep(viewer, party.organisationId);
    }
    const members = app.get(GroupMembersService);
    const affiliations = app.get(AffiliationsService);
    if (kind === 'quit') {
      return isGroup
        ? members.leave(viewer, sourceId, { isSuccessionKnown: false, deletesMessages: false })
        : affiliations.leave(viewer, sourceId);
    }
    if (kind !== 'expel') throw new Error(`No person performs ${kind}`);
    return isGroup ? members.remove(viewer, sourceId) : affiliations.remove(viewer, sourceId);
  }

  /** Acts without a person. */
  async performBySystem({ kind, by, of, place }: CoalitionStep): Promise<void> {
    const { app, people, rows } = this;
    const [party, coalitionId] = [rows.places[place], rows.coalition.id];
    const [a, b] = [people[by]!.accountId, people[of]!.accountId];
    const separations = app.get(SeparationsService);
    if (kind === 'separate') await app.db.write(() => separations.start(a, b));
    else if (kind === 'reconcile') {
      await app.db.write(async () => separations.end((await separations.between(a, b))!.id));
    } else if (kind === 'participantIn') {
      const { id } = await makeParticipant(app, rows.coalition, party, CHOSEN_NAMES[place][0]);
      rows.participantIds[place] = id;
    } else if (kind === 'archiveCoalition') {
      await app.db.write(async () => {
        await app.get(GroupLockService).acquire(coalitionId);
        await app.get(GroupArchiveService).archive(coalitionId);
      });
    } else if (kind === 'enter') {
      const person = people[of]!;
      if ('groupId' in party)
        await factories.membership(app, { group: { id: party.groupId }, person });
      else await factories.affiliation(app, { organisation: { id: party.organisationId }, person });
    } else {
      await app.db.query('update account set standing = $2 where id = $1', [
        ...[b, kind === 'suspend' ? 'suspended' : 'member'],
      ]);
    }
  }

  /** A persona becomes the profile's name, and the profile's name a persona. */
  private async rename(viewer: Viewer, membershipId: string, name: string): Promise<boolean> {
    const isPersona = await this.rows.isPersona(membershipId);
    const { colour } = newPersona(name);
    const texts = { colour, pronouns: '', about: '', practices: [] };
    const input = { membershipId, name: isPersona ? null : name, ...texts };
    return this.app.get(PersonasService).set(viewer, input);
  }
}
