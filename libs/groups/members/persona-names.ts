import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Conflict } from '#kernel/errors.js';
import { isSameName } from '#kernel/names/look-alike.js';
import type { Membership } from '#members/membership.entity.js';
import { Decoys } from '#profiles/decoys/decoys.service.js';

/** Names of other accounts in a group ($1; $2 is the account), then of those who left messages there. One index for each. */
export const OTHERS = `
  select n.name from membership_name n
    where n.group_id = $1 and n.account_id <> $2 and n.ended_at is null
  union all select n.name from membership_name n
    where n.group_id = $1 and n.account_id <> $2 and n.ended_at is not null
      and exists (select 1 from membership_said s where s.membership_id = n.membership_id)`;

/**
 * Compares the name of a persona, at the moment in which it is taken, with every name in the group. A profile's name is
 * not compared: whoever joins without a persona, or renames their profile, may come to read as another member.
 */
@Injectable()
export class PersonaNames {
  constructor(
    private readonly db: Database,
    decoys: Decoys,
  ) {
    decoys.namesUsedBy(
      'select persona_name as name from join_request where persona_name is not null',
    );
  }

  /** Lock the group first: of two who take one name at once the second is refused. */
  async assertFree(
    { accountId, groupId }: Pick<Membership, 'accountId' | 'groupId'>,
    name: string,
  ): Promise<void> {
    this.db.assertWriting();
    const others = await this.db.query<{ name: string }>(OTHERS, [groupId, accountId]);
    if (others.some((other) => isSameName(other.name, name))) {
      throw new Conflict('persona.nameTaken');
    }
  }
}
