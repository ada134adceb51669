import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { FilesService } from '#files/files.service.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { JoinRequest } from './joining/join-request.entity.js';

interface Worn {
  readonly membership_id: string;
  readonly name: string;
}

/**
 * Adds memberships, join requests and invitations to the data export, and deletes persona pictures when the account is
 * erased.
 */
@Injectable()
export class GroupsDataExport {
  constructor(
    private readonly db: Database,
    private readonly files: FilesService,
    exports: DataExportService,
    erasers: AccountErasersService,
  ) {
    exports.rows(
      'groups',
      ['membership.account_id'],
      // The name of a group after the membership ended is not theirs to know.
      `select m.id as membership_id, case when m.ended_at is null then g.name else m.group_name end as name, m.group_kind, m.role, m.previous_role, m.role_changed_at, m.steward_offer_ends_at, m.persona_name, m.persona_colour, m.persona_pronouns,
         m.persona_about, m.persona_practices, m.joined_at, m.ended_at, m.group_name, m.ended_name, m.messages_deleted_at, m.barred_at, m.agreements_version, m.agreements_consented_at, m.agreements_due_at, m.is_listed
       from membership m join "group" g on g.id = m.group_id where m.account_id = $1 order by m.joined_at`,
    );
    exports.register({
      name: 'joinRequests',
      covers: ['join_request.account_id'],
      read: (id) => this.joinRequests(id),
    });
    exports.rows(
      'groupInvitations',
      ['group_invitation.invited_id'],
      `select group_id, state, created_at, expires_at, decided_at from group_invitation
       where invited_id = $1 order by created_at`,
    );
    exports.leaveOut(
      'sent_group_invitation.invited_id',
      'It may have reached nobody: it would tell of a group that is closed to them or hidden.',
    );
    exports.rows(
      'sentGroupInvitations',
      [],
      `select s.group_id, s.created_at, s.expires_at from sent_group_invitation s
       join membership m on m.id = s.sender_id where m.account_id = $1 order by s.created_at`,
    );
    exports.rows(
      'successionRequests',
      [],
      `select r.group_id, r.state, r.asked_at, r.expires_at, r.decided_at from succession_request r
       join membership m on m.id = r.membership_id where m.account_id = $1 order by r.asked_at`,
    );
    exports.rows(
      'groupLinks',
      ['group_link.maker_id'],
      `select group_id, created_at, expires_at, used_at from group_link
       where maker_id = $1 order by created_at`,
    );
    exports.rows(
      'usedGroupLinks',
      ['group_link.used_by_id'],
      'select group_id, used_at from group_link where used_by_id = $1 order by used_at',
    );
    exports.register({ name: 'personaPictures', covers: [], read: (id) => this.pictures(id) });
    erasers.register(async (id) => {
      for (const { name } of await this.worn(id)) files.dropAfterCommit(name);
    });
  }

  /** Reads the join requests through the entity, which opens the sealed answers. */
  private async joinRequests(accountId: string) {
    const order = { createdAt: 'ASC' } as const;
    const requests = await this.db.repo(JoinRequest).find({ where: { accountId }, order });
    return requests.map((one) => ({
      ...{ group_id: one.groupId, persona_name: one.personaName, answers: one.answers },
      ...{ state: one.state, agreements_version: one.agreementsVersion },
      agreements_consented_at: one.agreementsConsentedAt,
      ...{ created_at: one.createdAt, decided_at: one.decidedAt },
    }));
  }

  /** Reads the persona pictures of the account, with the files as base64. */
  private async pictures(accountId: string) {
    const worn = await this.worn(accountId);
    const read = worn.map(async ({ membership_id, name }) => {
      const base64 = (await this.files.read(name, '256'))?.toString('base64') ?? null;
      return { membership_id, type: 'image/webp', base64 };
    });
    return Promise.all(read);
  }

  private worn(accountId: string): Promise<Worn[]> {
    return this.db.query<Worn>(
      `select id as membership_id, persona_picture as name from membership
       where account_id = $1 and persona_picture <> '' order by joined_at`,
      [accountId],
    );
  }
}
