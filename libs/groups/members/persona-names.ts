import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Conflict } from '#kernel/errors.js';
import { isSameName } from '#kernel/names/look-alike.js';
import type { Membership } from '#members/membership.entity.js';

/** Everybody else who is in a group, or whose words are still read there. */
const OTHERS = `
  select distinct n.name from membership_name n where n.group_id = $1 and n.account_id <> $2
    and (n.ended_at is null or exists (select 1 from message m where m.membership_id = n.membership_id))`;

/** Who is called what in a group: nobody takes a name there that reads as another's. */
@Injectable()
export class PersonaNames {
  constructor(private readonly db: Database) {}

  /** Inside write(), once the group is held: of two who take one name at once the second is refused. */
  async assertFree(
    { accountId, groupId }: Pick<Membership, 'accountId' | 'groupId'>,
    name: string,
  ): Promise<void> {
    const others = await this.db.query<{ name: string }>(OTHERS, [groupId, accountId]);
    if (others.some((other) => isSameName(other.name, name))) {
      throw new Conflict('persona.nameTaken');
    }
  }
}
