import { randomUUID } from 'node:crypto';
import { ChannelHistory, type Channel } from '#channels/channel.entity.js';
import { ChannelsService } from '#channels/channels.service.js';
import { Database } from '#database/database.js';
import { Group, GroupAccess } from '#groups/group.entity.js';
import { type Membership, MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import type { TestApp } from '../app/app.js';
import type { Person } from './make-people.js';

interface GroupParts extends Partial<Group> {
  readonly steward?: Person;
  readonly members?: readonly Person[];
}

/**
 * Creates a group. By default the group is listed and members join by request. Its people get a profile with their
 * name.
 */
export async function makeGroup(app: TestApp, { steward, members = [], ...part }: GroupParts) {
  const db = app.get(Database);
  const slug = part.slug ?? `g-${randomUUID().slice(0, 8)}`;
  const access = part.access ?? GroupAccess.request;
  const made = await db.write(() =>
    db.repo(Group).save({ name: slug, purpose: 'Un grupo', isListed: true, access, slug, ...part }),
  );
  if (steward)
    await makeMembership(app, { group: made, person: steward, role: MembershipRole.steward });
  for (const person of members) await makeMembership(app, { group: made, person });
  return made as Group;
}

interface MembershipParts {
  readonly group: Pick<Group, 'id'>;
  readonly person: Person;
  readonly role?: MembershipRole;
}

/** Adds a person to a group. */
export function makeMembership(
  app: TestApp,
  { group: { id }, person, role }: MembershipParts,
): Promise<Membership> {
  return app.get(Database).write(async () => {
    await app.get(ProfilesService).start(person.accountId, { name: person.name });
    return app.get(MembershipsService).start(person.accountId, id, role);
  });
}

interface ChannelParts {
  readonly group: Pick<Group, 'id'>;
  readonly name?: string;
  readonly history?: `${ChannelHistory}`;
}

export function makeChannel(
  app: TestApp,
  { group: { id: groupId }, name = 'Canal', history = 'joining' }: ChannelParts,
): Promise<Channel> {
  const part = { groupId, name, history: ChannelHistory[history] };
  return app.get(Database).write(() => app.get(ChannelsService).insert(part));
}
