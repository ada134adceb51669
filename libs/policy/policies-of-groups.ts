import { channelPolicy } from './channel.policy.js';
import { groupInvitationPolicy } from './group-invitation.policy.js';
import { groupPolicy } from './group.policy.js';
import { joinRequestPolicy } from './join-request.policy.js';
import { membershipPolicy } from './membership.policy.js';
import { messagePolicy } from './message.policy.js';
import { topicPolicy } from './topic.policy.js';

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
