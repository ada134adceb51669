import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import {
  type TwoPersonRequest,
  twoPersonPayloadOf,
  TwoPersonActKinds,
} from '#audit/two-person/two-person-act-kinds.js';
import { TwoPersonParties } from '#audit/two-person/two-person-parties.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import {
  type LessPrivateGroupPayload,
  MAKE_LESS_PRIVATE_ACT_KIND,
} from './request-less-private-group.js';
import { GroupPrivacyService } from './group-privacy.service.js';

/** Registers the two-person act that makes a group less private. */
@Injectable()
export class MakeGroupLessPrivateAct implements OnModuleInit {
  constructor(
    private readonly kinds: TwoPersonActKinds,
    private readonly parties: TwoPersonParties,
    private readonly privacy: GroupPrivacyService,
  ) {}

  onModuleInit() {
    this.kinds.register({
      kind: MAKE_LESS_PRIVATE_ACT_KIND,
      approver: 'steward',
      check: (asker, asked) => this.check(asker, asked),
      execute: (act, approver) => this.apply(act, approver),
      shown: async (asked) => this.shown(asked),
    });
  }

  private async check(asker: Viewer, asked: TwoPersonRequest): Promise<void> {
    const { groupId, from, to } = twoPersonPayloadOf<LessPrivateGroupPayload>(asked);
    await this.privacy.mayMakeLessPrivate(asker, groupId, { from, to });
  }

  private async apply(act: TwoPersonAct, approver: Viewer): Promise<void> {
    const { groupId, from, to } = twoPersonPayloadOf<LessPrivateGroupPayload>(act);
    // The check has locked the group, so the requester's stewardship cannot end before COMMIT.
    const asker = await this.parties.asking(act);
    if (!asker) throw new Conflict('twoPerson.askerMayNot');
    await this.privacy.makeLessPrivate(asker, approver, groupId, { from, to });
  }

  private shown(asked: TwoPersonRequest) {
    const { name, from, to, isCoalition } = twoPersonPayloadOf<LessPrivateGroupPayload>(asked);
    return [
      { label: isCoalition ? 'coalition' : 'group', value: name },
      { label: 'from', value: from },
      { label: 'to', value: to },
    ];
  }
}
