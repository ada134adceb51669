import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { areNamesConfusable } from '#kernel/names/confusable-names.js';
import { looksOfficial } from '#kernel/names/official-names.js';
import type { Participant } from './participant.entity.js';

/**
 * The names of the participants of coalition $1, without participant $2. The names of personas play no part, because a
 * conflict with one would reveal to those outside that it takes part.
 */
const OTHER_NAMES = `
  select name from participant_name where coalition_id = $1 and participant_id is distinct from $2`;

const OWN_NAME = `
  select name from "group" where id = $1 union all select name from organisation where id = $2`;

type Shown = Pick<Participant, 'groupId' | 'organisationId' | 'shownName'>;

/** Checks the name that a participant chooses for a coalition. */
@Injectable()
export class ParticipantNames {
  constructor(private readonly db: Database) {}

  /**
   * Throws Conflict if the chosen or the own name is taken in the coalition or the chosen one looks official, and Invalid
   * if none was chosen although the own name is not open to all members. Names outside the coalition play no part: a
   * conflict with the name of a hidden group would reveal it. Lock the coalition first, so that of two concurrent
   * requests one fails.
   */
  async assertMayUse(
    coalitionId: string,
    { shownName, groupId, organisationId }: Shown,
    { isOpen, exceptId = null }: { readonly isOpen: boolean; readonly exceptId?: string | null },
  ): Promise<void> {
    this.db.assertWriting();
    if (shownName === null && !isOpen) throw new Invalid('input', { shownName: 'nameNeeded' });
    if (shownName && looksOfficial(shownName)) throw new Conflict('participant.nameTaken');
    const wanted = shownName ?? (await this.ownName(groupId, organisationId));
    const others = await this.db.query<{ name: string }>(OTHER_NAMES, [coalitionId, exceptId]);
    if (others.some(({ name }) => areNamesConfusable(name, wanted))) {
      throw new Conflict('participant.nameTaken');
    }
  }

  private async ownName(groupId: string | null, organisationId: string | null): Promise<string> {
    const rows = await this.db.query<{ name: string }>(OWN_NAME, [groupId, organisationId]);
    return rows[0]!.name;
  }
}
