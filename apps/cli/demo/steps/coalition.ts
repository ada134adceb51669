import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { twoPersonRequestHash } from '#audit/two-person/two-person-request-hash.js';
import { TwoPersonDecisions } from '#audit/two-person/two-person-decisions.js';
import { ChannelHistory } from '#channels/channel.entity.js';
import { ChannelsService } from '#channels/channels.service.js';
import { FoundCoalition } from '#coalitions/found-coalition.js';
import { GrantsService } from '#coalitions/grants/grants.service.js';
import { TakingPartService } from '#coalitions/grants/taking-part.service.js';
import { AcceptInvitation } from '#coalitions/invitations/accept-invitation.js';
import { InviteParticipant } from '#coalitions/invitations/invite-participant.js';
import type { Viewer } from '#policy/viewer.js';
import { DEMO_COALITION, DEMO_PARTICIPANTS, type DemoParticipant } from '../coalition.js';
import type { DemoContext, DemoStep } from './demo-context.js';
import type { GroupAndChannelIds } from './groups.js';

const FIRST_VERSION = { agreementsVersion: 1 };
const [FOUNDER, SECOND] = [DEMO_PARTICIPANTS[0]!, DEMO_PARTICIPANTS[1]!];

/** Founds the coalition, lets the other participants join, and lets their people take part. */
export function coalitionSteps(stage: DemoContext, places: GroupAndChannelIds): DemoStep[] {
  const { foundedDaysAgo, channel, invited } = DEMO_COALITION;
  return [
    { daysAgo: foundedDaysAgo, run: () => found(stage, places) },
    ...DEMO_PARTICIPANTS.slice(1).map((one) => ({
      daysAgo: one.joinedDaysAgo,
      run: () => join(stage, places, one),
    })),
    ...DEMO_PARTICIPANTS.flatMap((one) => grantSteps(stage, places, one)),
    { daysAgo: channel.joiningDaysAgo, run: () => openChannel(stage, places) },
    {
      daysAgo: invited.daysAgo,
      run: async () => void (await invite(stage, places, { groupId: places.get(invited.group)! })),
    },
  ];
}

async function found(stage: DemoContext, places: GroupAndChannelIds): Promise<void> {
  const { slug, name, purpose, agreements } = DEMO_COALITION;
  const input = { name, purpose, agreements, isListed: true, groupId: places.get(FOUNDER.group!)! };
  const viewer = await stage.viewer(FOUNDER.by);
  places.set(slug, (await stage.get(FoundCoalition).found(viewer, input, slug)).id);
}

/** The second participant joins by a link, and the others by an invitation. */
async function join(
  stage: DemoContext,
  places: GroupAndChannelIds,
  one: DemoParticipant,
): Promise<void> {
  const { by, shownName } = one;
  const party = await partyOf(stage, places, one);
  const { token, invitation } = await invite(stage, places, one === SECOND ? {} : party);
  const viewer = await stage.viewer(by);
  const accepting = stage.get(AcceptInvitation);
  await (token
    ? accepting.byLink(viewer, { token, shownName, ...party, ...FIRST_VERSION })
    : accepting.byId(viewer, { invitationId: invitation.id, shownName, ...FIRST_VERSION }));
}

async function partyOf(stage: DemoContext, places: GroupAndChannelIds, one: DemoParticipant) {
  if (one.group) return { groupId: places.get(one.group)! };
  const sql = 'select id from organisation where slug = $1';
  const [row] = await stage.db.query<{ id: string }>(sql, [one.organisation]);
  return { organisationId: row!.id };
}

/** Invites for the founding participant. From two participants on, the second one approves. */
async function invite(
  stage: DemoContext,
  places: GroupAndChannelIds,
  party: { groupId?: string; organisationId?: string },
) {
  const { slug, invited } = DEMO_COALITION;
  const input = { coalitionId: places.get(slug)!, reason: invited.reason, ...party };
  const ask = (viewer: Viewer) => stage.get(InviteParticipant).invite(viewer, input);
  const made = await stage.confirmed(FOUNDER.by, ask);
  if (!made.requestId) return made;
  const id = made.requestId;
  const act = await stage.db.repo(TwoPersonAct).findOneByOrFail({ id });
  await stage.confirmed(SECOND.by, (viewer) =>
    stage.get(TwoPersonDecisions).approve(viewer, id, twoPersonRequestHash(act)),
  );
  return made;
}

function grantSteps(
  stage: DemoContext,
  places: GroupAndChannelIds,
  participant: DemoParticipant,
): DemoStep[] {
  const { joinedDaysAgo, people, waiting } = participant;
  return [
    {
      daysAgo: joinedDaysAgo - 1,
      run: () => grant(stage, places, participant, [...Object.keys(people), ...waiting]),
    },
    ...Object.entries(people).map(([handle, persona], at) => ({
      daysAgo: joinedDaysAgo - 2 - at,
      run: () => takePart(stage, handle, persona),
    })),
  ];
}

/** The membership or affiliation by which each person belongs to the participant. */
const SOURCES = `select c.source_id as id from coalition_person c join participant p on p.id = c.participant_id
  where p.coalition_id = $1 and c.participant_id = $2 and c.account_id = any($3)`;
const PARTICIPANT = `select id from participant where coalition_id = $1 and ended_at is null
  and (group_id = $2 or organisation_id = $2)`;

async function grant(
  stage: DemoContext,
  places: GroupAndChannelIds,
  participant: DemoParticipant,
  handles: readonly string[],
): Promise<void> {
  const coalitionId = places.get(DEMO_COALITION.slug)!;
  const { groupId, organisationId } = {
    ...{ groupId: null, organisationId: null },
    ...(await partyOf(stage, places, participant)),
  };
  const values = [coalitionId, groupId ?? organisationId];
  const [row] = await stage.db.query<{ id: string }>(PARTICIPANT, values);
  const accountIds = handles.map((handle) => stage.accountOf(handle));
  const sources = await stage.db.query<{ id: string }>(SOURCES, [coalitionId, row!.id, accountIds]);
  const input = { participantId: row!.id, personIds: sources.map(({ id }) => id) };
  await stage.get(GrantsService).give(await stage.viewer(participant.by), input);
}

async function takePart(
  stage: DemoContext,
  handle: string,
  personaName: string | null,
): Promise<void> {
  const viewer = await stage.viewer(handle);
  const [held] = await stage.get(TakingPartService).held(viewer);
  const input = { grantId: held!.id, personaName, isShown: personaName === null, ...FIRST_VERSION };
  await stage.get(TakingPartService).takePart(viewer, input);
}

async function openChannel(stage: DemoContext, places: GroupAndChannelIds): Promise<void> {
  const { slug, channel } = DEMO_COALITION;
  const part = { groupId: places.get(slug)!, name: channel.name, history: ChannelHistory.start };
  const { id } = await stage.get(ChannelsService).create(await stage.viewer(FOUNDER.by), part);
  places.set(`${slug}/${channel.slug}`, id);
}
