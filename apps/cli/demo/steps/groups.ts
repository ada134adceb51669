import { ChannelHistory } from '#channels/channel.entity.js';
import { ChannelsService } from '#channels/channels.service.js';
import { AgreementsService } from '#groups/agreements/agreements.service.js';
import { DEFAULT_GRACE_DAYS } from '#groups/agreements/agreements-version.entity.js';
import { GroupArchiveService } from '#groups/archive/group-archive.service.js';
import { GroupAccess } from '#groups/group.entity.js';
import { GroupsService } from '#groups/groups.service.js';
import { FacilitatorsService } from '#groups/members/facilitators.service.js';
import { GroupMembersService } from '#groups/members/group-members.service.js';
import { MemberListService } from '#groups/member-list/member-list.service.js';
import { SentGroupInvitationsService } from '#groups/joining/sent-group-invitations.service.js';
import { GroupPicturesService } from '#groups/pictures/group-pictures.service.js';
import { CreateJoinRequest } from '#groups/joining/create-join-request.js';
import { JoinRequestsService } from '#groups/joining/join-requests.service.js';
import { MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import type { DemoGroup } from '../group.js';
import { DEMO_GROUPS } from '../groups.js';
import {
  type DemoMembership,
  DEMO_FACILITATORS,
  DEMO_FORMER_MEMBERS,
  DEMO_GROUP_INVITATIONS,
  DEMO_JOIN_REQUESTS,
  demoMemberships,
} from '../memberships.js';
import { organisationSteps } from './organisations.js';
import { demoPictureFile } from './profile-pictures.js';
import { successionSteps } from './succession.js';
import type { DemoStep, DemoContext } from './demo-context.js';

const ACCESS: Record<DemoGroup['entry'], GroupAccess> = {
  open: GroupAccess.open,
  byRequest: GroupAccess.request,
  byInvitation: GroupAccess.invitation,
};

/** Everybody in the demo joins before the agreements change. */
const FIRST_VERSION = { agreementsVersion: 1 };

/** Ids of the demo's groups and channels, by keys such as `one` and `one/alertas`. */
export type GroupAndChannelIds = Map<string, string>;

/** Founds the groups and lets people join; some requests and invitations stay open. Also creates the organisations. */
export function groupSteps(stage: DemoContext, places: GroupAndChannelIds): DemoStep[] {
  return [
    ...DEMO_GROUPS.map((group) => ({
      daysAgo: group.foundedDaysAgo,
      run: () => found(stage, places, group),
    })),
    ...DEMO_GROUPS.flatMap((group) => revisionSteps(stage, places, group)),
    ...demoMemberships()
      .filter(({ isSteward }) => !isSteward)
      .map((one) => ({ daysAgo: one.joinedDaysAgo, run: () => join(stage, places, one) })),
    ...DEMO_FORMER_MEMBERS.flatMap((one) => formerMemberSteps(stage, places, one)),
    ...DEMO_JOIN_REQUESTS.map((one) => ({
      daysAgo: one.daysAgo,
      run: async () => void (await ask(stage, places, one)),
    })),
    ...DEMO_GROUP_INVITATIONS.map((one) => ({
      daysAgo: one.daysAgo,
      run: () => invite(stage, places, one),
    })),
    ...DEMO_FACILITATORS.map((one) => ({
      daysAgo: one.daysAgo,
      run: () => makeFacilitator(stage, places, one),
    })),
    ...DEMO_GROUPS.flatMap(({ slug, steward, listClosedDaysAgo: daysAgo }) =>
      daysAgo === undefined
        ? []
        : [{ daysAgo, run: () => closeList(stage, places.get(slug)!, steward) }],
    ),
    ...DEMO_GROUPS.flatMap(({ slug, steward, archivedDaysAgo: daysAgo }) =>
      daysAgo === undefined
        ? []
        : [{ daysAgo, run: () => archive(stage, places.get(slug)!, steward) }],
    ),
    ...successionSteps(stage, places),
    ...organisationSteps(stage, places),
  ];
}

async function closeList(stage: DemoContext, groupId: string, steward: string): Promise<void> {
  await stage.get(MemberListService).close(await stage.viewer(steward), groupId);
}

async function archive(stage: DemoContext, groupId: string, steward: string): Promise<void> {
  await stage.get(GroupArchiveService).archiveAs(await stage.viewer(steward), groupId);
}

async function found(
  stage: DemoContext,
  places: GroupAndChannelIds,
  demo: DemoGroup,
): Promise<void> {
  const viewer = await stage.viewer(demo.steward);
  const group = await stage.get(GroupsService).found(
    viewer,
    {
      name: demo.name,
      purpose: demo.purpose,
      issueAreas: demo.issueAreas.map((slug) => `issue:${slug}`),
      isListed: demo.visibility === 'listed',
      access: ACCESS[demo.entry],
      questions: [...demo.questions],
      agreements: demo.agreements,
    },
    demo.slug,
  );
  places.set(demo.slug, group.id);
  const steward = await stage.viewer(demo.steward);
  if (demo.picture !== undefined) {
    const picture = await demoPictureFile(`group ${demo.slug}`, demo.picture);
    await stage.get(GroupPicturesService).put(steward, group.id, picture);
  }
  for (const { slug, name, history } of demo.channels) {
    const part = { groupId: group.id, name, history: ChannelHistory[history] };
    const channel = await stage.get(ChannelsService).create(steward, part);
    places.set(`${demo.slug}/${slug}`, channel.id);
  }
}

/** Publishes a new version of the agreements, to which some members consent a day later. */
function revisionSteps(
  stage: DemoContext,
  places: GroupAndChannelIds,
  demo: DemoGroup,
): DemoStep[] {
  const { slug, steward, revision } = demo;
  if (!revision) return [];
  const { text, summary, daysAgo, consenting } = revision;
  const agreements = () => stage.get(AgreementsService);
  const publish = async () => {
    const input = { groupId: places.get(slug)!, basedOn: 1, graceDays: DEFAULT_GRACE_DAYS };
    await agreements().publish(await stage.viewer(steward), { ...input, text, summary });
  };
  const consent = async (handle: string) =>
    void (await agreements().consent(await stage.viewer(handle), places.get(slug)!, 2));
  return [
    { daysAgo, run: publish },
    ...consenting.map((handle) => ({ daysAgo: daysAgo - 1, run: () => consent(handle) })),
  ];
}

/**
 * Inserts the membership directly if it has a persona or if the group is by invitation. Otherwise the person joins or
 * sends a join request.
 */
async function join(
  stage: DemoContext,
  places: GroupAndChannelIds,
  one: DemoMembership,
): Promise<void> {
  const groupId = places.get(one.group)!;
  const demo = DEMO_GROUPS.find(({ slug }) => slug === one.group)!;
  if (demo.entry === 'open' && !one.persona) {
    const viewer = await stage.viewer(one.handle);
    await stage.get(JoinRequestsService).join(viewer, { groupId, ...FIRST_VERSION });
    return;
  }
  if (demo.entry === 'byRequest' && !one.persona) {
    const request = await ask(stage, places, one);
    await stage.get(JoinRequestsService).accept(await stage.viewer(demo.steward), request.id);
    return;
  }
  const memberships = stage.get(MembershipsService);
  const accountId = stage.accountOf(one.handle);
  await stage.db.write(() =>
    memberships.start(accountId, groupId, MembershipRole.member, one.persona),
  );
}

/** Admits a person, who leaves again and lets the messages stay. */
function formerMemberSteps(
  stage: DemoContext,
  places: GroupAndChannelIds,
  one: (typeof DEMO_FORMER_MEMBERS)[number],
): DemoStep[] {
  const { handle, joinedDaysAgo, leftDaysAgo } = one;
  const leave = async () => {
    const viewer = await stage.viewer(handle);
    const own = await stage
      .get(MembershipsService)
      .activeOf(stage.accountOf(handle), places.get(one.group)!);
    const kept = { isSuccessionKnown: false, deletesMessages: false };
    await stage.get(GroupMembersService).leave(viewer, own!.id, kept);
  };
  return [
    {
      daysAgo: joinedDaysAgo,
      run: () => join(stage, places, { ...one, isSteward: false, persona: undefined }),
    },
    { daysAgo: leftDaysAgo, run: leave },
  ];
}

interface Asking {
  readonly group: string;
  readonly handle: string;
  readonly answers: readonly string[];
}

async function ask(
  stage: DemoContext,
  places: GroupAndChannelIds,
  { group, handle, answers }: Asking,
) {
  const { questions } = DEMO_GROUPS.find(({ slug }) => slug === group)!;
  const input = {
    groupId: places.get(group)!,
    answers: questions.map((question, at) => ({ question, answer: answers[at]! })),
    answer: '',
    ...FIRST_VERSION,
  };
  return stage.get(CreateJoinRequest).ask(await stage.viewer(handle), input);
}

async function makeFacilitator(
  stage: DemoContext,
  places: GroupAndChannelIds,
  { group, handle }: (typeof DEMO_FACILITATORS)[number],
): Promise<void> {
  const { steward } = DEMO_GROUPS.find(({ slug }) => slug === group)!;
  const memberships = stage.get(MembershipsService);
  const own = await memberships.activeOf(stage.accountOf(handle), places.get(group)!);
  await stage.get(FacilitatorsService).make(await stage.viewer(steward), own!.id);
}

interface Inviting {
  readonly group: string;
  readonly by: string;
  readonly to: string;
}

async function invite(
  stage: DemoContext,
  places: GroupAndChannelIds,
  { group, by, to }: Inviting,
): Promise<void> {
  const personId = await stage.get(ProfilesService).profileIdOf(stage.accountOf(to));
  const input = { groupId: places.get(group)!, personId: personId! };
  await stage.get(SentGroupInvitationsService).invite(await stage.viewer(by), input);
}
