import { Injectable } from '@nestjs/common';
import { ExportsService } from '#signin/exports.service.js';

/** Where a person is, asked to be, and was invited. */
@Injectable()
export class GroupsExports {
  constructor(exports: ExportsService) {
    exports.rows(
      'groups',
      [],
      `select m.id as membership_id, g.name, m.role, m.persona_name, m.persona_colour, m.persona_pronouns,
         m.persona_about, m.persona_practices, m.joined_at, m.ended_at
       from membership m join "group" g on g.id = m.group_id where m.account_id = $1 order by m.joined_at`,
    );
    exports.rows(
      'joinRequests',
      ['join_request.account_id'],
      `select group_id, persona_name, answer, state, created_at, decided_at from join_request
       where account_id = $1 order by created_at`,
    );
    exports.rows(
      'groupInvitations',
      ['group_invitation.invited_id'],
      `select group_id, state, created_at, expires_at from group_invitation
       where invited_id = $1 order by created_at`,
    );
  }
}
