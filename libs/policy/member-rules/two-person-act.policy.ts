import type { Policy, RuleBuilder } from '../engine/policy-rules.js';
import type { Viewer } from '../viewer.js';

type Rules = RuleBuilder<'TwoPersonAct'>;
const DECIDING = ['approve', 'refuse'] as const;
const OWN = ['change', 'withdraw'] as const;
/** Approvers who act for the group or coalition that `scopeId` names. */
const STEWARDS = ['steward', 'coalitionSteward'] as const;

/**
 * A two-person act: the requester can follow it, and another permitted person approves or refuses it. The account that
 * it concerns never sees it. A steward or coalition steward who has not consented to changed agreements in time can
 * refuse, not approve.
 */
export const twoPersonActPolicy: Policy<'TwoPersonAct'> = (viewer, rules) => {
  if (viewer.standing === 'member') mayDecideAsMember(viewer, rules);
  else if (viewer.standing === 'staff') mayDecideAsStaff(viewer, rules);
  else return;
  const { accountId: me } = viewer;
  const { allow, forbid } = rules;
  // Recusal follows the duty rules, so that a conflict of interest found later closes an open act. The requester keeps
  // access to their own request.
  forbid(['read', ...DECIDING], { tiedIds: me });
  const readOnly = { approver: { $in: STEWARDS }, scopeId: { $in: viewer.groups.readOnly } };
  forbid('approve', readOnly).because('agreements.consentFirst');
  const own = { requestedById: me };
  allow(['read', ...OWN], own);
  forbid(DECIDING, own).because('twoPerson.own');
  forbid([...DECIDING, ...OWN], { state: { $ne: 'waiting' } }).because('twoPerson.decided');
  forbid([...DECIDING, ...OWN], { state: 'waiting', expiresAt: { $lte: viewer.at } }).because(
    'twoPerson.expired',
  );
  forbid(['read', ...DECIDING, ...OWN], { aboutId: me });
};

function mayDecideAsMember(viewer: Viewer, { allow }: Rules): void {
  const { accountId, duties, groups, alliances } = viewer;
  const held = (['vet', 'moderate', 'support'] as const).filter((duty) => duties.includes(duty));
  allow(['read', ...DECIDING], { approver: { $in: held } });
  allow(['read', ...DECIDING], { approver: 'steward', scopeId: { $in: groups.steward } });
  allow(['read', ...DECIDING], {
    approver: 'coalitionSteward',
    coalitionApproverIds: accountId,
  });
  allow(['read', ...DECIDING], { approver: 'ally', allianceId: { $in: alliances } });
}

function mayDecideAsStaff({ duties }: Viewer, { allow }: Rules): void {
  if (duties.includes('administer')) allow(['read', ...DECIDING], { approver: 'administer' });
}
