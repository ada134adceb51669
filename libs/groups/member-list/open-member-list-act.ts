import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type TwoPersonRequest,
  twoPersonPayloadOf,
  TwoPersonActKinds,
} from '#audit/two-person/two-person-act-kinds.js';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { TwoPersonParties } from '#audit/two-person/two-person-parties.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { Conflict } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { MemberListService } from './member-list.service.js';

const KIND = 'openGroupMemberList';

type Payload = { readonly groupId: string; readonly name: string };

/** The two-person act that opens the member list of a group to its members. */
@Injectable()
export class OpenMemberListAct implements OnModuleInit {
  constructor(
    private readonly kinds: TwoPersonActKinds,
    private readonly parties: TwoPersonParties,
    private readonly twoPerson: TwoPersonService,
    private readonly acts: TwoPersonActReader,
    private readonly lists: MemberListService,
  ) {}

  onModuleInit() {
    this.kinds.register({
      kind: KIND,
      approver: 'steward',
      check: async (asker, asked) => void (await this.lists.mayOpen(asker, groupIdOf(asked))),
      execute: (act, approver) => this.execute(act, approver),
      shown: async (asked) => [
        { label: 'group', value: twoPersonPayloadOf<Payload>(asked).name },
        { label: 'from', value: 'stewards' },
        { label: 'to', value: 'members' },
      ],
    });
  }

  async ask(viewer: Viewer, groupId: string, reason: string): Promise<TwoPersonAct> {
    const { name } = await this.lists.mayOpen(viewer, groupId);
    const payload: Payload = { groupId, name };
    const which = { kind: KIND, subjectKey: groupId, scopeId: groupId };
    return this.twoPerson.ask(viewer, { ...which, payload, reason });
  }

  /** The id of the pending request, if the viewer may read it. */
  pendingId(viewer: Viewer, groupId: string): Promise<string | null> {
    return this.acts.waiting(viewer, KIND, groupId);
  }

  private async execute(act: TwoPersonAct, approver: Viewer): Promise<void> {
    // The check has locked the group, so the requester's stewardship cannot end before COMMIT.
    const asker = await this.parties.asking(act);
    if (!asker) throw new Conflict('twoPerson.askerMayNot');
    await this.lists.open(asker, approver, groupIdOf(act));
  }
}

const groupIdOf = (asked: Pick<TwoPersonRequest, 'payload'>): string =>
  twoPersonPayloadOf<Payload>(asked).groupId;
