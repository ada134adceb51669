import { channelPolicy } from '../group-rules/channel.policy.js';
import { groupInvitationPolicy } from '../group-rules/group-invitation.policy.js';
import { groupPolicy } from '../group-rules/group.policy.js';
import { joinRequestPolicy } from '../group-rules/join-request.policy.js';
import { membershipPolicy } from '../group-rules/membership.policy.js';
import { messagePolicy } from '../group-rules/message.policy.js';
import { topicPolicy } from '../group-rules/topic.policy.js';

/** Groups, who is in them, and what is said there. */
export const GROUPS = {
  Group: groupPolicy,
  Membership: membershipPolicy,
  JoinRequest: joinRequestPolicy,
  GroupInvitation: groupInvitationPolicy,
  Channel: channelPolicy,
  Topic: topicPolicy,
  Message: messagePolicy,
};
