import { Injectable } from '@nestjs/common';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { GroupKind } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { type GroupPrivacy, groupPrivacyOf } from './group-privacy.js';
import type { LessPrivateGroupInput } from './group-privacy.inputs.js';
import { GroupPrivacyService } from './group-privacy.service.js';

export const MAKE_LESS_PRIVATE_ACT_KIND = 'makeGroupLessPrivate';

/** The payload of the two-person act. */
export type LessPrivateGroupPayload = {
  readonly groupId: string;
  readonly name: string;
  readonly from: GroupPrivacy;
  readonly to: GroupPrivacy;
  readonly isCoalition: boolean;
};

/** Requests that a group becomes less private. It takes effect when a second person approves it. */
@Injectable()
export class RequestLessPrivateGroup {
  constructor(
    private readonly twoPerson: TwoPersonService,
    private readonly acts: TwoPersonActReader,
    private readonly privacy: GroupPrivacyService,
  ) {}

  async ask(viewer: Viewer, asking: LessPrivateGroupInput): Promise<TwoPersonAct> {
    const { groupId, privacy: to, reason } = asking;
    const group = await this.privacy.mayMakeLessPrivate(viewer, groupId, { to });
    const payload: LessPrivateGroupPayload = {
      groupId,
      name: group.name,
      from: groupPrivacyOf(group),
      to,
      isCoalition: group.kind === GroupKind.coalition,
    };
    const which = { kind: MAKE_LESS_PRIVATE_ACT_KIND, subjectKey: groupId, scopeId: groupId };
    return this.twoPerson.ask(viewer, { ...which, payload, reason });
  }

  /** The id of the pending request, if the viewer may read it. */
  waiting(viewer: Viewer, groupId: string): Promise<string | null> {
    return this.acts.waiting(viewer, MAKE_LESS_PRIVATE_ACT_KIND, groupId);
  }
}
