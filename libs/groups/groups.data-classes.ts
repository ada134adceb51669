import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '#database/database.js';
import { FORMER_MEMBERSHIP_PERIOD } from '#members/membership.entity.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { DestructionReceiptsService } from '#retention/destruction-receipts.service.js';
import { JOIN_ANSWERS_RETENTION } from './joining/join-request.entity.js';
import { SentGroupInvitation } from './joining/sent-group-invitation.entity.js';
import { MIN_TIME_BETWEEN_GROUP_INVITATIONS } from './joining/sent-group-invitations.service.js';
import { SUCCESSION_REQUEST_RETENTION } from './succession/succession-request.entity.js';

/** The data classes of groups and their retention periods. */
@Injectable()
export class GroupsDataClasses {
  constructor(
    private readonly db: Database,
    private readonly receipts: DestructionReceiptsService,
    classes: DataClassesService,
  ) {
    classes.define({
      ...{ name: 'groupInvitation', owner: DataOwner.person, purpose: DataPurpose.insisting },
      lasts: MIN_TIME_BETWEEN_GROUP_INVITATIONS,
      destroy: (before) => this.invitations(before),
    });
    classes.define({
      ...{ name: 'sentGroupInvitation', owner: DataOwner.person, purpose: DataPurpose.joining },
      lasts: 0,
      destroy: (before) => this.sentInvitations(before),
    });
    classes.define({
      ...{ name: 'joinAnswers', owner: DataOwner.person, purpose: DataPurpose.joining },
      seals: ['join_request.answers'],
      lasts: JOIN_ANSWERS_RETENTION,
      destroy: (before) => this.joinAnswers(before),
    });
    classes.define({
      ...{ name: 'successionRequest', owner: DataOwner.person, purpose: DataPurpose.insisting },
      lasts: SUCCESSION_REQUEST_RETENTION,
      destroy: (before) => this.successionRequests(before),
    });
    classes.define({
      ...{ name: 'formerMembership', owner: DataOwner.person, purpose: DataPurpose.ownUse },
      lasts: FORMER_MEMBERSHIP_PERIOD,
      destroy: (before) => this.formerNames(before),
    });
    classes.define({
      ...{ name: 'groupLink', owner: DataOwner.person, purpose: DataPurpose.joining },
      lasts: 0,
      destroy: (before) => this.links(before),
    });
  }

  /** Destroys the answers of requests that ended before. The receipt tells the requester that they are gone. */
  private async joinAnswers(before: Date): Promise<number> {
    const gone = await this.db.query<{ subjectId: string; aboutId: string }>(
      `with gone as (
         update join_request set answers = null where answers is not null and decided_at <= $1
         returning id, account_id)
       select id as "subjectId", account_id as "aboutId" from gone`,
      [before],
    );
    await this.receipts.record('joinAnswers', 'JoinRequest', gone);
    return gone.length;
  }

  /**
   * Deletes the stored names of ended memberships, but keeps that of a removed member until readmission: the stewards' list
   * of removed members must not show a later name. Writes no receipts, because their date would tell when a membership ended.
   */
  private async formerNames(before: Date): Promise<number> {
    const gone = await this.db.query<{ id: string }>(
      `with gone as (
         update membership set group_name = null,
           ended_name = case when barred_at is null then null else ended_name end
         where ended_at <= $1 and (group_name is not null or (ended_name is not null and barred_at is null))
         returning id)
       select id from gone`,
      [before],
    );
    return gone.length;
  }

  private async links(before: Date): Promise<number> {
    const gone = await this.db.query<{ id: string }>(
      'with gone as (delete from group_link where expires_at <= $1 returning id) select id from gone',
      [before],
    );
    return gone.length;
  }

  /**
   * Keeps the requests of a search that goes on, in which nobody is asked twice. Writes no receipts: the member was asked,
   * which no receipt needs to prove.
   */
  private async successionRequests(before: Date): Promise<number> {
    const gone = await this.db.query<{ id: string }>(
      `with gone as (
         delete from succession_request r where asked_at <= $1 and not exists (
           select 1 from steward_vacancy v join "group" g on g.id = v.group_id and g.archived_at is null
           where v.group_id = r.group_id and v.since <= r.asked_at)
         returning id)
       select id from gone`,
      [before],
    );
    return gone.length;
  }

  private async sentInvitations(before: Date): Promise<number> {
    const { affected } = await this.db
      .repo(SentGroupInvitation)
      .delete({ expiresAt: LessThanOrEqual(before) });
    return affected ?? 0;
  }

  /** Writes no receipts, because their date would reveal when a member was invited. */
  private async invitations(before: Date): Promise<number> {
    const gone = await this.db.query<{ id: string }>(
      `with gone as (delete from group_invitation where coalesce(decided_at, expires_at) <= $1 returning id)
       select id from gone`,
      [before],
    );
    return gone.length;
  }
}
