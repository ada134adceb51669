import type { TestApp } from '../../app/app.js';
import { apiAs, type Requester } from '../../app/client.js';
import { makeCase } from '../../messages/case-threads.js';
import { makePerson } from '../make-people.js';
import { supportDocument, supportInputDocument } from '../support-requests.js';
import { makeVisibleProfile } from '../visible-profiles.js';

const LIST = `query ($id: ID!) { casePartners(id: $id) {
  id person { id name } chosenName takesPart isOfferedOwnership expiresAt } }`;
const CASES =
  '{ partnerCases { id number kind stage inviter { name } pausedUntil destroyedAt viewerCan } }';
const INVITATIONS = '{ partnerInvitations { id inviter { id name } expiresAt } }';
const ACCEPT = supportInputDocument('acceptPartnerInvitation', 'AcceptPartnerInvitationInput');

/** Actions of the people of the partner side, and of the requester on them. */
export const partnerActions = (who: Requester) => ({
  invite: (requestId: string, personId: string) =>
    apiAs(who).ask(supportInputDocument('invitePartner', 'InvitePartnerInput'), {
      input: { requestId, personId },
    }),
  remove: (requestId: string, partnerId: string) =>
    apiAs(who).ask(supportInputDocument('removePartner', 'RemovePartnerInput'), {
      input: { requestId, partnerId },
    }),
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the shape it expects in its expectation
  list: async (id: string): Promise<any[]> => (await apiAs(who).ask(LIST, { id })).casePartners,
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  cases: async (): Promise<any[]> => (await apiAs(who).ask(CASES)).partnerCases,
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  invitations: async (): Promise<any[]> => (await apiAs(who).ask(INVITATIONS)).partnerInvitations,
  accept: (requestId: string, name = 'Vecina') =>
    apiAs(who).ask(ACCEPT, { input: { requestId, name } }),
  acceptCode: (requestId: string, name = 'Vecina') =>
    apiAs(who).code(ACCEPT, { input: { requestId, name } }),
  offerOwnership: (requestId: string, partnerId: string | null) =>
    apiAs(who).ask(supportInputDocument('offerOwnership', 'OfferOwnershipInput'), {
      input: { requestId, partnerId },
    }),
  acceptOwnership: (id: string) => apiAs(who).ask(supportDocument('acceptOwnership'), { id }),
  declineOwnership: (id: string) => apiAs(who).ask(supportDocument('declineOwnership'), { id }),
  decline: (id: string) => apiAs(who).ask(supportDocument('declinePartnerInvitation'), { id }),
  leave: (id: string) => apiAs(who).ask(supportDocument('leavePartnerSide'), { id }),
  leaveOwn: (id: string) => apiAs(who).ask(supportDocument('leaveOwnCase'), { id }),
  comeBack: (id: string) => apiAs(who).ask(supportDocument('comeBackToCase'), { id }),
  takeOver: (id: string) => apiAs(who).ask(supportDocument('takeOverCase'), { id }),
  takeOverCode: (id: string) => apiAs(who).code(supportDocument('takeOverCase'), { id }),
});

/** A member with a profile that others can find. */
export async function makeVisiblePerson(app: TestApp, name: string) {
  const who = await makePerson(app, name, 'member');
  return { ...who, ...(await makeVisibleProfile(who, name)) };
}

/** A case whose requester can be found by others. */
export async function makeCaseWithProfile(app: TestApp) {
  const made = await makeCase(app);
  await makeVisibleProfile(made.requester, 'Nayra Quispe');
  return made;
}

/** Adds a member with a visible profile to the partner side of a case. */
export async function joinSide(
  app: TestApp,
  { requester, requestId }: { readonly requester: Requester; readonly requestId: string },
) {
  const who = await makePerson(app, 'ona', 'member');
  const { personId } = await makeVisibleProfile(who);
  await partnerActions(requester).invite(requestId, personId);
  await partnerActions(who).accept(requestId);
  return who;
}

/** Offers a case to the only person of its partner side. */
export async function offerCaseToSide({
  requester,
  requestId,
}: {
  readonly requester: Requester;
  readonly requestId: string;
}): Promise<string> {
  const [{ id: partnerId }] = await partnerActions(requester).list(requestId);
  await partnerActions(requester).offerOwnership(requestId, partnerId);
  return partnerId;
}
