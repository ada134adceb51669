import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database, isDuplicate } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, TooMany } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { Group } from '../group.entity.js';
import { JoinRequested } from '../groups.events.js';
import type { RequestToJoinInput } from '../groups.inputs.js';
import { AddGroupMember } from './add-group-member.js';
import { answersToQuestions } from './answers-to-questions.js';
import { JoinRequest, JoinRequestState } from './join-request.entity.js';

const ASK_AGAIN_AFTER = 90 * DAY;
const MOST_REQUESTS = 3;

type Said = Omit<RequestToJoinInput, 'groupId'>;

/** Creates join requests within the quotas. */
@Injectable()
export class CreateJoinRequest {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly quotas: ContactQuotasService,
    private readonly entering: AddGroupMember,
  ) {}

  ask(viewer: Viewer, { groupId, ...said }: RequestToJoinInput): Promise<JoinRequest> {
    return this.db.write(async () => {
      const group = await this.access.load(Group, groupId, viewer, 'requestToJoin');
      return this.place(viewer, group, said);
    });
  }

  /** Creates a request without a policy check. The caller has checked that the viewer may ask to join. */
  async place(viewer: Viewer, group: Group, { personaName = null, ...said }: Said) {
    this.db.assertWriting();
    const answers = answersToQuestions(group.questions, said);
    const { agreementsVersion } = said;
    const { accountId } = viewer;
    const member = { accountId, groupId: group.id, personaName };
    await this.entering.assertMayEnter(member, agreementsVersion);
    await this.assertMayAskAgain(accountId, group.id);
    await this.quotas.use(accountId, 'requestToJoin');
    const requests = this.db.repo(JoinRequest);
    const now = this.clock.now();
    const request = await requests
      .save(
        requests.create({
          ...member,
          answers,
          agreementsVersion,
          agreementsConsentedAt: now,
          state: JoinRequestState.waiting,
          createdAt: now,
          decidedAt: null,
          declineAt: null,
        }),
      )
      .catch((error: unknown) => {
        throw isDuplicate(error) ? new Conflict('joinRequest.waiting') : error;
      });
    await this.events.record(JoinRequested, { joinRequestId: request.id, groupId: group.id });
    return request;
  }

  /** The id of the viewer's waiting request, or null. */
  async waiting({ accountId }: Viewer, groupId: string): Promise<string | null> {
    const where = { groupId, accountId, state: JoinRequestState.waiting };
    const own = await this.db.repo(JoinRequest).findOne({ where, select: { id: true } });
    return own?.id ?? null;
  }

  /**
   * Throws TooMany within ninety days of a decline, or after three requests within ninety days. Requests that ended
   * because the group was archived do not count.
   */
  private async assertMayAskAgain(accountId: string, groupId: string): Promise<void> {
    const [before] = await this.db.query<{ since: Date | null }>(
      `select greatest(max(decided_at) filter (where state = 'declined' or decline_at is not null),
         (array_agg(created_at order by created_at desc) filter (where state <> 'closed'))[${MOST_REQUESTS}]) as since
       from join_request where account_id = $1 and group_id = $2 and created_at > $3`,
      [accountId, groupId, this.clock.in(-ASK_AGAIN_AFTER)],
    );
    if (!before?.since) return;
    const seconds = this.clock.secondsUntil(before.since, ASK_AGAIN_AFTER);
    throw new TooMany('joinRequest.askedBefore', seconds);
  }
}
