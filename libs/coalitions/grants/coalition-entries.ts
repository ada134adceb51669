import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { AgreementsService } from '#groups/agreements/agreements.service.js';
import { PersonasService } from '#groups/members/personas.service.js';
import { Conflict, Forbidden, NotFound } from '#kernel/errors.js';
import type { Membership } from '#members/membership.entity.js';
import { MembershipEndingsService } from '#members/membership-endings.service.js';
import { MembershipsService } from '#members/memberships.service.js';
import { newPersona } from '#members/persona.js';
import type { Viewer } from '#policy/viewer.js';
import { GrantRows } from './grant-rows.js';
import type { TakePartInput } from './grants.inputs.js';

/** The entry of an account: its one membership of the coalition, however many grants explain it. */
interface EntryPlace {
  readonly accountId: string;
  readonly groupId: string;
}
type Entry = Pick<TakePartInput, 'personaName' | 'agreementsVersion'>;

/** Starts and ends the entries of people in coalitions. The caller holds the lock of the coalition. */
@Injectable()
export class CoalitionEntries {
  constructor(
    private readonly db: Database,
    private readonly memberships: MembershipsService,
    private readonly agreements: AgreementsService,
    private readonly personas: PersonasService,
    private readonly rows: GrantRows,
    private readonly endings: MembershipEndingsService,
  ) {}

  /**
   * Starts the entry under the profile's name or a persona, with the consent to the version of the agreements; an entry
   * that exists keeps its name and its consent. Throws Conflict if another version is current, the name is taken, or the
   * account counted on an entry that has ended.
   */
  async start(
    viewer: Viewer,
    groupId: string,
    { personaName, agreementsVersion }: Entry,
  ): Promise<Membership> {
    this.db.assertWriting();
    const { accountId } = viewer;
    const place = { accountId, groupId };
    const current = await this.memberships.activeOf(accountId, groupId);
    if (current) return current;
    if (!agreementsVersion) throw new Conflict();
    await this.agreements.assertCurrent(groupId, agreementsVersion);
    await this.personas.assertAllowed(accountId, personaName, 'personaName');
    if (personaName) {
      await this.personas.assertFree(place, personaName);
      await this.personas.assertNotRefused(viewer, groupId, personaName);
    }
    // Acceptances from before a removal must not explain the new entry.
    await this.rows.withdrawAcceptances(groupId, accountId);
    const entry = await this.insert(place, personaName);
    await this.agreements.begin(place, agreementsVersion);
    return entry;
  }

  activeOf({ accountId, groupId }: EntryPlace): Promise<Membership | null> {
    return this.memberships.activeOf(accountId, groupId);
  }

  /**
   * The entry that a grant explains. One that nothing explains, because its last two grants ended at the same moment, is
   * ended first: it would open what was written since then.
   */
  async explainedOf(place: EntryPlace): Promise<Membership | null> {
    await this.endings.endUnexplainedEntries({ accountIds: [place.accountId] });
    return this.activeOf(place);
  }

  async end({ accountId, groupId }: EntryPlace, { deletesMessages = false } = {}): Promise<void> {
    this.db.assertWriting();
    await this.rows.withdrawAcceptances(groupId, accountId);
    const entry = await this.memberships.activeOf(accountId, groupId);
    if (!entry) return;
    await this.memberships.end(entry);
    if (deletesMessages) await this.memberships.deleteMessages(entry);
  }

  /** A separation that started meanwhile answers as if the grant were absent. */
  private async insert({ accountId, groupId }: EntryPlace, personaName?: string | null) {
    try {
      const persona = personaName ? newPersona(personaName) : null;
      return await this.memberships.startEntry(accountId, groupId, persona);
    } catch (error) {
      throw error instanceof Forbidden ? new NotFound() : error;
    }
  }
}
