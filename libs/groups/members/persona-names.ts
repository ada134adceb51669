import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Conflict } from '#kernel/errors.js';
import { areNamesConfusable } from '#kernel/names/confusable-names.js';
import type { Membership } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { DecoysService } from '#profiles/decoys/decoys.service.js';

/** Finds names that the viewer knows and cannot use in this group. */
export type RefusedNames = (viewer: Viewer, groupId: string) => Promise<string[]>;

/**
 * Names of other accounts in group $1 (without account $2) that every member may know: active members in the list, and
 * former and unlisted members with messages; in a coalition also the names of its participants. A refusal must not
 * disclose that somebody is in the group. The statement has separate parts, so that each can use its own index.
 */
export const OTHER_MEMBER_NAMES_SQL = `
  select n.name from membership_name n
    where n.group_id = $1 and n.account_id <> $2 and n.ended_at is null and n.is_shown_to_members
  union all select n.name from membership_name n
    where n.group_id = $1 and n.account_id <> $2 and n.ended_at is not null
      and exists (select 1 from membership_said s where s.membership_id = n.membership_id)
  union all select n.name from membership_name n
    where n.group_id = $1 and n.account_id <> $2 and n.ended_at is null and not n.is_shown_to_members
      and exists (select 1 from membership_said s where s.membership_id = n.membership_id)
  union all select p.name from participant_name p where p.coalition_id = $1`;

/**
 * Checks that a new persona's name is free in the group. Names of profiles are not checked: a member who joins without
 * a persona, or renames their profile, may end up with the name of another member.
 */
@Injectable()
export class PersonaNames {
  private readonly refused: RefusedNames[] = [];

  constructor(
    private readonly db: Database,
    decoys: DecoysService,
  ) {
    decoys.namesUsedBy(
      'select persona_name as name from join_request where persona_name is not null',
    );
  }

  /** Throws Conflict if the name is taken. Lock the group first, so that of two concurrent requests one fails. */
  async assertFree(
    { accountId, groupId }: Pick<Membership, 'accountId' | 'groupId'>,
    name: string,
  ): Promise<void> {
    this.db.assertWriting();
    const others = await this.db.query<{ name: string }>(OTHER_MEMBER_NAMES_SQL, [
      groupId,
      accountId,
    ]);
    if (others.some((other) => areNamesConfusable(other.name, name))) {
      throw new Conflict('persona.nameTaken');
    }
  }

  /** Registers names of another library that a persona cannot have. Each of them must be visible to the viewer. */
  alsoRefuse(names: RefusedNames): void {
    this.refused.push(names);
  }

  /** Throws Conflict if another library refuses the name. */
  async assertNotRefused(viewer: Viewer, groupId: string, name: string): Promise<void> {
    for (const find of this.refused) {
      const names = await find(viewer, groupId);
      if (names.some((one) => areNamesConfusable(one, name))) {
        throw new Conflict('persona.nameTaken');
      }
    }
  }
}
