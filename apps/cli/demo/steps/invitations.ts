import { ApplicationInvitationsService } from '#vetting/invitations/application-invitations.service.js';
import { type DemoInvitation, DEMO_INVITATIONS } from '../applications/invitations.js';
import type { DemoStep, DemoContext } from './demo-context.js';

/** Creates open invitations and a revoked one. */
export const invitationSteps = (stage: DemoContext): DemoStep[] =>
  DEMO_INVITATIONS.map((demo) => ({ daysAgo: demo.daysAgo, run: () => invite(stage, demo) }));

async function invite(stage: DemoContext, { by, language, note, isTakenBack }: DemoInvitation) {
  const viewer = await stage.viewer(by);
  const { invitation } = await stage
    .get(ApplicationInvitationsService)
    .make(viewer, { language, note });
  if (isTakenBack) await stage.get(ApplicationInvitationsService).revoke(viewer, invitation.id);
}
