import type { Policy, RulesOf } from '../engine/rules.js';
import type { Viewer } from '../viewer.js';

type Rules = RulesOf<'TwoPersonAct'>;
const DECIDING = ['approve', 'refuse'] as const;
const OWN = ['change', 'withdraw'] as const;

/** An act of R2: whoever asks follows it, another of those who may approve it decides. Whom it is about never sees it. */
export const twoPersonActPolicy: Policy<'TwoPersonAct'> = (viewer, rules) => {
  if (viewer.standing === 'member') mayDecideAsMember(viewer, rules);
  else if (viewer.standing === 'staff') mayDecideAsStaff(viewer, rules);
  else return;
  const { accountId: me } = viewer;
  const { allow, forbid } = rules;
  // Recusal (R3) is said after the duty, so that a tie found later closes what was open; one's own request stays one's own.
  forbid(['read', ...DECIDING], { tiedIds: me });
  const own = { requestedById: me };
  allow(['read', ...OWN], own);
  forbid(DECIDING, own).because('twoPerson.own');
  forbid([...DECIDING, ...OWN], { state: { $ne: 'waiting' } }).because('twoPerson.decided');
  forbid([...DECIDING, ...OWN], { state: 'waiting', expiresAt: { $lte: viewer.at } }).because(
    'twoPerson.expired',
  );
  forbid(['read', ...DECIDING, ...OWN], { aboutId: me });
};

function mayDecideAsMember({ duties, groups, alliances }: Viewer, { allow }: Rules): void {
  const held = (['vet', 'moderate', 'support'] as const).filter((duty) => duties.includes(duty));
  allow(['read', ...DECIDING], { approver: { $in: held } });
  allow(['read', ...DECIDING], { approver: 'steward', scopeId: { $in: groups.steward } });
  allow(['read', ...DECIDING], { approver: 'ally', allianceId: { $in: alliances } });
}

function mayDecideAsStaff({ duties }: Viewer, { allow }: Rules): void {
  if (duties.includes('administer')) allow(['read', ...DECIDING], { approver: 'administer' });
}
