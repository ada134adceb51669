import type { InGroup } from '../facts/group-facts.js';
import type { FactsBySubject, SubjectName } from '../facts/facts-by-subject.js';
import type { ActionOf } from '../policy-actions.js';
import type { Policy, RuleConditions } from '../engine/policy-rules.js';

type SubjectInGroup = {
  [S in SubjectName]: FactsBySubject[S] extends InGroup ? S : never;
}[SubjectName];

/**
 * The actions that an archived group refuses. Its members can still read, leave, report, delete what they wrote, and
 * consent to its agreements, without which a steward could not bring it back;
 * its stewards can still remove members and messages, and hand the group over so that they can leave.
 */
const REFUSED: { readonly [S in SubjectInGroup]: readonly ActionOf<S>[] } = {
  Membership: ['edit', 'suggest', 'offerStewardship', 'makeFacilitator'],
  JoinRequest: ['decide', 'undoDecline'],
  SuccessionRequest: ['accept', 'decline'],
  GroupLink: [],
  Channel: ['post', 'startTopic', 'mentionAll', 'rename', 'archive', 'shorten', 'lengthen'],
  Topic: ['post', 'rename', 'close', 'reopen'],
  Message: ['react', 'edit', 'pin'],
};

/** Actions whose row is visible only to those who may do them. While the group is archived, it is absent for them. */
const HIDDEN: { readonly [S in SubjectInGroup]?: readonly ActionOf<S>[] } = {
  Membership: ['readmit'],
  GroupLink: ['use'],
};

/** The policy of a subject of a group, without the actions that an archived group refuses. */
export const refusedWhenArchived =
  <S extends SubjectInGroup>(subject: S, policy: Policy<S>): Policy<S> =>
  (viewer, rules) => {
    policy(viewer, rules);
    const archived = { groupArchivedAt: { $ne: null } } as RuleConditions<FactsBySubject[S]>;
    rules.forbid(REFUSED[subject], archived).because('group.archived');
    rules.forbid(HIDDEN[subject] ?? [], archived);
  };
