import { ApplicationInvitationsService } from '#vetting/invitations/application-invitations.service.js';
import { type DemoInvitation, INVITATIONS } from '../applications/invitations.js';
import type { Act, Stage } from './stage.js';

/** Creates open invitations and a revoked one. */
export const invitations = (stage: Stage): Act[] =>
  INVITATIONS.map((demo) => ({ daysAgo: demo.daysAgo, run: () => invite(stage, demo) }));

async function invite(stage: Stage, { by, language, note, isTakenBack }: DemoInvitation) {
  const viewer = await stage.viewer(by);
  const { invitation } = await stage
    .get(ApplicationInvitationsService)
    .make(viewer, { language, note });
  if (isTakenBack) await stage.get(ApplicationInvitationsService).revoke(viewer, invitation.id);
}
