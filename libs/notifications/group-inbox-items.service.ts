import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AgreementsService } from '#groups/agreements/agreements.service.js';
import { Group } from '#groups/group.entity.js';
import { JoinRequest } from '#groups/joining/join-request.entity.js';
import { StewardshipService } from '#groups/members/stewardship.service.js';
import { SuccessionAnswersService } from '#groups/succession/succession-answers.service.js';
import {
  SuccessionRequest,
  SuccessionRequestState,
} from '#groups/succession/succession-request.entity.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Membership, MembershipRole } from '#members/membership.entity.js';
import { STEWARDSHIP_OFFER_DURATION } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { type InboxItem, InboxKind } from './inbox-item.view.js';

/** How long the inbox shows a change of the viewer's role in a group. */
const SHOWN_FOR = 14 * DAY;

interface Change {
  readonly id: string;
  readonly kind: InboxKind;
  readonly at: Date;
  readonly groupId: string;
}

/** Inbox items about the viewer's groups. */
@Injectable()
export class GroupInboxItemsService {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly stewardship: StewardshipService,
    private readonly agreements: AgreementsService,
    private readonly succession: SuccessionAnswersService,
  ) {}

  async items(viewer: Viewer): Promise<InboxItem[]> {
    const parts = [
      this.offers(viewer),
      this.successionRequests(viewer),
      this.changes(viewer),
      this.changedAgreements(viewer),
    ];
    return (await Promise.all(parts)).flat();
  }

  private async changedAgreements(viewer: Viewer): Promise<InboxItem[]> {
    const news = await this.agreements.news(viewer);
    return news.map(({ group, publishedAt: at }) => ({
      ...{ id: group.id, kind: InboxKind.agreementsChanged, isUnread: false, at, group },
    }));
  }

  private async successionRequests(viewer: Viewer): Promise<InboxItem[]> {
    const requests = await this.succession.waiting(viewer);
    return requests.map((successionRequest) => ({
      ...{ id: successionRequest.id, kind: InboxKind.successionRequest, isUnread: false },
      ...{ at: successionRequest.askedAt, successionRequest },
    }));
  }

  private async offers(viewer: Viewer): Promise<InboxItem[]> {
    const offers = await this.stewardship.notifiedOffers(viewer);
    return offers.map((membership) => ({
      ...{ id: membership.id, kind: InboxKind.stewardshipOffer, isUnread: false },
      at: new Date(membership.stewardOfferEndsAt!.getTime() - STEWARDSHIP_OFFER_DURATION),
      stewardshipOffer: membership,
    }));
  }

  /**
   * Accepted join requests, changes of role, archived groups and requests that ended unanswered, only for groups that
   * the viewer may still read.
   */
  private async changes(viewer: Viewer): Promise<InboxItem[]> {
    const own = { me: viewer.accountId, since: this.clock.in(-SHOWN_FOR) };
    const requests = this.access
      .list(JoinRequest, viewer)
      .andWhere(`it.account_id = :me and it.state = 'accepted' and it.decided_at > :since`, own)
      .andWhere('it.group_id = any(:groups)', { groups: viewer.groups.member });
    const memberships = this.access
      .list(Membership, viewer)
      .andWhere('it.account_id = :me and it.ended_at is null and it.role_changed_at > :since', own);
    const archivedGroups = this.access
      .list(Group, viewer)
      .andWhere('it.archived_at > :since and it.id = any(:groups)', {
        ...{ since: own.since, groups: viewer.groups.member },
      });
    const endedRequests = this.access
      .list(SuccessionRequest, viewer)
      .andWhere('it.state = :ended and it.decided_at > :since', {
        ...{ ended: SuccessionRequestState.ended, since: own.since },
      });
    const [joined, changed, archived, ended] = await Promise.all([
      requests.getMany(),
      memberships.getMany(),
      archivedGroups.getMany(),
      endedRequests.getMany(),
    ]);
    const groups = this.access.loader(Group, viewer);
    const changes = [
      ...joined.map(joinedItem),
      ...changed.map(roleItem),
      ...archived.map(archivedItem),
      ...ended.map(endedItem),
    ];
    const items = changes.map(async ({ groupId, ...item }) => ({
      ...item,
      group: await groups.load(groupId),
    }));
    return (await Promise.all(items))
      .filter(({ group }) => group !== null)
      .map((item) => ({ ...item, isUnread: false }));
  }
}

const joinedItem = ({ id, groupId, decidedAt }: JoinRequest): Change => ({
  ...{ id, groupId, kind: InboxKind.joined, at: decidedAt! },
});

const archivedItem = ({ id, archivedAt }: Group): Change => ({
  ...{ id, groupId: id, kind: InboxKind.groupArchived, at: archivedAt! },
});

const endedItem = ({ id, groupId, decidedAt }: SuccessionRequest): Change => ({
  ...{ id, groupId, kind: InboxKind.successionEnded, at: decidedAt! },
});

const roleItem = ({ id, groupId, roleChangedAt, ...roles }: Membership): Change => ({
  ...{ id, groupId, at: roleChangedAt!, kind: roleChangeKind(roles) },
});

function roleChangeKind({
  role,
  previousRole,
}: Pick<Membership, 'role' | 'previousRole'>): InboxKind {
  if (role === MembershipRole.steward) return InboxKind.stewardshipBegan;
  if (role === MembershipRole.facilitator) return InboxKind.facilitationBegan;
  const wasFacilitator = previousRole === MembershipRole.facilitator;
  return wasFacilitator ? InboxKind.facilitationEnded : InboxKind.stewardshipEnded;
}
