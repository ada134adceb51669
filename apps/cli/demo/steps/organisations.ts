import { AffiliationsService } from '#organisations/affiliations.service.js';
import { OrganisationAudience } from '#organisations/organisation.entity.js';
import { OrganisationInvitationsService } from '#organisations/organisation-invitations.service.js';
import { CreateOrganisation } from '#organisations/create-organisation.js';
import type { Audience } from '#policy/facts/audiences.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import { type DemoOrganisation, DEMO_ORGANISATIONS } from '../organisations.js';
import type { DemoStep, DemoContext } from './demo-context.js';

/** Founds organisations and invites people, most of whom accept a few days later. */
export function organisationSteps(
  stage: DemoContext,
  groupIds: ReadonlyMap<string, string>,
): DemoStep[] {
  const ids = new Map<string, string>();
  return DEMO_ORGANISATIONS.flatMap((demo) => [
    { daysAgo: demo.foundedDaysAgo, run: () => found(stage, groupIds, ids, demo) },
    ...Object.entries(demo.people).map(([handle, audience], at) => ({
      daysAgo: demo.foundedDaysAgo - 4 - at,
      run: () => comeIn(stage, ids.get(demo.slug)!, { demo, handle, audience }),
    })),
    ...demo.asked.map((handle) => ({
      daysAgo: 3,
      run: () => ask(stage, ids.get(demo.slug)!, demo.spokesperson, handle),
    })),
  ]);
}

async function found(
  stage: DemoContext,
  groupIds: ReadonlyMap<string, string>,
  ids: Map<string, string>,
  demo: DemoOrganisation,
): Promise<void> {
  const { slug, name, about, languages, audience } = demo;
  const of = (kind: string, slugs: readonly string[]) => slugs.map((one) => `${kind}:${one}`);
  const { id } = await stage.get(CreateOrganisation).found(
    await stage.viewer(demo.spokesperson),
    {
      ...{ name, about, languages: of('language', languages) },
      audience: OrganisationAudience[audience],
      issueAreas: of('issue', demo.issueAreas),
      practices: of('practice', demo.practices),
      territories: of('territory', demo.territories),
      groupIds: demo.groups.map((group) => groupIds.get(group)!),
    },
    slug,
  );
  ids.set(slug, id);
}

async function ask(stage: DemoContext, organisationId: string, by: string, handle: string) {
  const personId = await stage.get(ProfilesService).profileIdOf(stage.accountOf(handle));
  const input = { organisationId, personId: personId! };
  await stage.get(OrganisationInvitationsService).invite(await stage.viewer(by), input);
}

interface Coming {
  readonly demo: DemoOrganisation;
  readonly handle: string;
  readonly audience: Audience;
}

async function comeIn(
  stage: DemoContext,
  organisationId: string,
  { demo, handle, audience }: Coming,
) {
  await ask(stage, organisationId, demo.spokesperson, handle);
  const viewer = await stage.viewer(handle);
  const invitations = stage.get(OrganisationInvitationsService);
  const [invitation] = (await invitations.mine(viewer)).filter(
    (one) => one.organisationId === organisationId,
  );
  await invitations.accept(viewer, invitation!.id);
  const affiliations = stage.get(AffiliationsService);
  const own = await affiliations.own(viewer, organisationId);
  await affiliations.setAudience(viewer, own!.id, audience);
}
