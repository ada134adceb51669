import { apiAs, type Requester } from '../app/client.js';

const MAKE = `mutation ($input: InvitationInput!) { makeInvitation(input: $input) {
  path invitation { id isOpen createdAt endsAt language viewerCan } } }`;

export const INVITATION_NOTE = 'Trabaja conmigo en la radio de Puno desde 2022.';

/** Creates an invitation and returns it with its code. */
export async function createInvitation(who: Requester, more: Record<string, unknown> = {}) {
  const input = { language: 'pt', note: INVITATION_NOTE, ...more };
  const { makeInvitation } = await apiAs(who).ask(MAKE, { input });
  const { path, invitation } = makeInvitation as Made;
  return { ...invitation, path, code: new URLSearchParams(path.split('?')[1]).get('invitation')! };
}
interface Made {
  readonly path: string;
  readonly invitation: {
    readonly id: string;
    readonly isOpen: boolean;
    readonly endsAt: string;
    readonly viewerCan: readonly string[];
  };
}

export const invitationErrorCode = (who: Requester) =>
  apiAs(who).code(MAKE, { input: { language: 'es', note: INVITATION_NOTE } });

const REVOKE = `mutation ($id: ID!) { revokeInvitation(id: $id) { isOpen } }`;
export const revokeOwnInvitation = (who: Requester, id: string) => apiAs(who).ask(REVOKE, { id });

/** Returns a person's own invitations, and how many more invitations they may create. */
export const ownInvitations = async (who: Requester) =>
  (
    await apiAs(who).ask(
      `{ myInvitations { left items { id isOpen createdAt endsAt language viewerCan } } }`,
    )
  ).myInvitations as { left: number; items: Made['invitation'][] };
