import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { ProfileField } from '#profiles/persons/profile-field.entity.js';
import { Introducer } from './introducer.entity.js';
import type { IntroducerChoice } from './introducer-choice.view.js';

const MAX_CHOICES = 50;

interface ChoiceRow {
  id: string;
  account_id: string;
  name: string | null;
  group_name: string | null;
  is_of_shared_group: boolean;
}

/**
 * Members who offer introductions, as possible introducers for requester $1 and recipient $2: allies of $1, and stewards
 * of a group in which neither the steward nor $1 uses a persona. `is_of_shared_group` is true only if $2 is in that
 * group without a persona, where every member can see them.
 */
const CHOICES = `
  with choice as (
    select m.id, m.account_id, n.name, g.name as group_name,
      exists (select 1 from membership o where o.group_id = m.group_id and o.account_id = $2
        and o.ended_at is null and o.persona_name is null
        and (o.is_listed or o.role = 'steward')) as is_of_shared_group
    from membership own
    join membership m on m.group_id = own.group_id and m.role = 'steward'
      and m.ended_at is null and m.persona_name is null
    join membership_name n on n.membership_id = m.id
    join "group" g on g.id = m.group_id
    where own.account_id = $1 and own.ended_at is null and own.persona_name is null
    union all
    select y.alliance_id, y.other_id, null, null, false from ally y where y.account_id = $1)
  select distinct on (s.account_id) s.* from choice s
  join introducer i on i.account_id = s.account_id
  join account a on a.id = s.account_id and a.standing = 'member'
  where s.account_id not in ($1, $2)
    and not exists (select 1 from hidden_pair h where h.account_id = $1 and h.other_id = s.account_id)
  order by s.account_id, s.is_of_shared_group desc, s.group_name is null, s.group_name, s.id`;

type Choice = IntroducerChoice & { readonly accountId: string };

/**
 * Manages offers to introduce and finds introducers for a request. The choices never depend on whom an introducer
 * knows, except shared groups.
 */
@Injectable()
export class IntroducersService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** Whether the viewer offers to introduce members. */
  offers({ accountId }: Viewer): Promise<boolean> {
    return this.db.repo(Introducer).existsBy({ accountId });
  }

  /**
   * Starts or ends the viewer's offer. When the offer ends, requests that wait for the viewer lapse without a
   * notification.
   */
  setOffers({ accountId }: Viewer, does: boolean): Promise<boolean> {
    return this.db.write(async () => {
      if (does) {
        const sql = 'insert into introducer (account_id) values ($1) on conflict do nothing';
        await this.db.query(sql, [accountId]);
        return true;
      }
      await this.db.repo(Introducer).delete({ accountId });
      await this.db.query(
        `update introduction i set lapsed_at = $2
         where introducer_id = $1 and passed_at is null and lapsed_at is null and state = 'waiting'
           and not exists (select 1 from introduction_parted p
             where p.introduction_id = i.id and p.account_id = $1)`,
        [accountId, this.clock.now()],
      );
      return false;
    });
  }

  /** The introducers through whom the viewer may contact this member. */
  async choices(viewer: Viewer, personId: string): Promise<Choice[]> {
    const asked = await this.access.load(Profile, personId, viewer, 'askIntroduction');
    return this.choicesFor(viewer, asked.accountId);
  }

  async choicesFor(viewer: Viewer, askedId: string): Promise<Choice[]> {
    const rows = await this.db.query<ChoiceRow>(CHOICES, [viewer.accountId, askedId]);
    const names = await this.namesOf(
      viewer,
      rows.map((row) => row.account_id),
    );
    return rows
      .map((row) => ({
        id: row.id,
        accountId: row.account_id,
        name: row.name ?? names.get(row.account_id) ?? '',
        groupName: row.group_name,
        isOfSharedGroup: row.is_of_shared_group,
      }))
      .filter(({ name }) => name !== '')
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .slice(0, MAX_CHOICES);
  }

  /** Names of allies that the viewer may see, by account id. */
  private async namesOf(viewer: Viewer, accountIds: readonly string[]) {
    const fields = await this.access
      .list(ProfileField, viewer)
      .andWhere(`it.kind = 'name' and it.account_id = any(:accountIds)`, { accountIds })
      .getMany();
    return new Map(fields.map(({ accountId, text }) => [accountId, text]));
  }
}
