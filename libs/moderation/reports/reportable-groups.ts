import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Group } from '#groups/group.entity.js';
import { GroupsService } from '#groups/groups.service.js';
import { GroupPicturesService } from '#groups/pictures/group-pictures.service.js';
import { GroupKind } from '#members/membership.entity.js';
import type { ContentAuthor } from '#introductions/content-author-registry.service.js';
import { alone } from './reportable-texts.js';
import {
  ReportableContentRegistry,
  ReportableContentType,
  type ReportedContentCopy,
} from './reportable-content-registry.js';

/** Active stewards in the order in which they joined, then the last former steward, then members by seniority. */
const RESPONSIBLE_MEMBER = `
  select account_id as "accountId", case when persona_name is null then null else id end as "personaId"
  from membership
  where group_id = $1 and account_id <> $2 and (role = 'steward' or ended_at is null)
  order by (role = 'steward' and ended_at is null) desc, role = 'steward' desc, ended_at desc, created_at, id
  limit 1`;
/**
 * The coalition steward of the participant that joined first, a suspended one last. The id of the coalition stands in for
 * that of a persona, so that the matter names no profile, and is no matter about what the person does elsewhere.
 */
const RESPONSIBLE_COALITION_STEWARD = `
  select r.account_id as "accountId", r.coalition_id as "personaId"
  from coalition_role r
  join participant p on p.id = r.participant_id
  join account a on a.id = r.account_id
  where r.coalition_id = $1 and r.account_id <> $2 and r.is_steward
  order by (a.standing = 'member') desc, p.joined_at, p.id, r.account_id
  limit 1`;
/** The stewards of a group, or the coalition stewards of a coalition, who need not take part. */
const STEWARDS = `
  select account_id from group_steward where group_id = $1
  union select account_id from coalition_steward where coalition_id = $1`;

/**
 * Registers groups and coalitions as reportable: their texts and the picture of a group. Moderators do not see the group,
 * so the report contains the picture.
 */
@Injectable()
export class ReportableGroups implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly reportables: ReportableContentRegistry,
    private readonly groups: GroupsService,
    private readonly pictures: GroupPicturesService,
  ) {}

  onModuleInit() {
    this.reportables.register(ReportableContentType.Group, {
      authorOf: (row, { accountId }) => this.responsibleFor(row as Group, accountId),
      forward: (row) => this.copyOf(row as Group),
      remove: async (id) => {
        await this.groups.removeTexts(id);
        await this.pictures.takeAway(id);
      },
    });
  }

  private async copyOf(group: Group): Promise<ReportedContentCopy> {
    return {
      ...alone(...(await this.groups.reportableTexts(group))),
      picture: await this.pictures.asText(group),
      namedIds: await this.stewardsOf(group.id),
    };
  }

  /**
   * The responsible member is the current steward who joined first; moderators see the group's name. A group without a
   * steward is reported, too: then it is the last steward or, after the erasure of their account, the member who has
   * been in the group longest. For a coalition it is a coalition steward. Never the reporter.
   */
  private async responsibleFor(
    { id, kind, name: knownAs }: Group,
    reporterId: string,
  ): Promise<ContentAuthor> {
    const nobody = { accountId: null, personaId: null, knownAs };
    const isCoalition = kind === GroupKind.coalition;
    const [found] = await this.db.query<Pick<ContentAuthor, 'accountId' | 'personaId'>>(
      isCoalition ? RESPONSIBLE_COALITION_STEWARD : RESPONSIBLE_MEMBER,
      [id, reporterId],
    );
    return { ...nobody, ...found };
  }

  /** All stewards: any of them may have written the text. */
  private async stewardsOf(groupId: string): Promise<string[]> {
    const rows = await this.db.query<{ account_id: string }>(STEWARDS, [groupId]);
    return rows.map((row) => row.account_id);
  }
}
