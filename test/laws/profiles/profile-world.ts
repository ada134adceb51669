import { ViewerLoader } from '#access/viewer.loader.js';
import { DAY } from '#kernel/clock.js';
import { sortPairIds } from '#members/relationships/alliance.entity.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { Block } from '#members/relationships/block.entity.js';
import { BlocksService } from '#members/relationships/blocks.service.js';
import { MembershipsService } from '#members/memberships.service.js';
import { StandingService } from '#members/standing.service.js';
import { DirectoryService } from '#profiles/directory/directory.service.js';
import type { FieldKind } from '#profiles/own-profile/field-values.js';
import { OwnProfileService } from '#profiles/own-profile/own-profile.service.js';
import type { TestApp } from '../../support/app/app.js';
import { factories } from '../../support/factories/factories.js';
import { fieldVersion } from '../../support/factories/make-profile.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { signInBrowser, type Person, makePerson } from '../../support/factories/make-people.js';
import { type ProfileAct, GROUP_COUNT, MEMBER_COUNT } from './random-profile-history.js';
import { FIELD_KINDS, type ModelField, ProfileModel } from './profile-model.js';

export interface WorldMember {
  who: Person;
  readonly profileId: string;
}

/** A few people in the database. Applies a history to the database through services, and independently to the model. */
export class ProfileWorld {
  readonly members: WorldMember[] = [];
  readonly groupIds: string[] = [];
  /**
   * The organisation that everyone belongs to; the affiliation is visible to every member who may see the person's
   * name.
   */
  organisationId = '';
  readonly model = new ProfileModel(
    Array.from({ length: MEMBER_COUNT }, () => ({
      fields: fieldsAtFirst(),
      groups: new Map(),
      isSuspended: false,
    })),
  );

  constructor(readonly app: TestApp) {}

  async begin(): Promise<this> {
    for (let at = 0; at < GROUP_COUNT; at += 1)
      this.groupIds.push((await factories.group(this.app, {})).id);
    for (let at = 0; at < MEMBER_COUNT; at += 1) {
      const who = await makePerson(this.app, 'Óscar', 'member');
      this.members.push({ who, profileId: await factories.profile(who, { mayBeFound: null }) });
    }
    const [spokesperson, ...people] = this.members.map(({ who }) => who);
    const made = await factories.organisation(this.app, { spokesperson: spokesperson!, people });
    this.organisationId = made.id;
    const sql = `update affiliation set audience = 'members' where organisation_id = $1`;
    await this.app.db.query(sql, [made.id]);
    await this.introduceAll();
    return this;
  }

  /** Introduces every pair through a third person. These introductions must give access to no field. */
  private introduceAll() {
    const ids = this.members.map(({ who }) => who.accountId);
    return this.app.db.query(
      `insert into introduction
         (asker_id, asked_id, introducer_id, passed_at, note, state, expires_at, answered_at)
       select a, b, (select c from unnest($1::uuid[]) c where c not in (a, b) limit 1), now(), '',
         'accepted', now() + interval '30 days', now()
       from unnest($1::uuid[]) a, unnest($1::uuid[]) b where a <> b`,
      [ids],
    );
  }

  /** Applies a history, waits for all event handlers, then signs every active member in again. */
  async live(history: readonly ProfileAct[]): Promise<void> {
    for (const act of history) await this.act(act);
    await waitForJobs(this.app);
    for (const member of this.members) {
      Object.assign(member.who, await signInBrowser(this.app, member.who.accountId));
    }
  }

  /** Removes the people of this world, so that they do not affect the next world. */
  async end(): Promise<void> {
    const ids = this.members.map(({ who }) => who.accountId);
    await this.app.db.query('delete from organisation where id = $1', [this.organisationId]);
    await this.app.db.query('delete from account where id = any($1)', [ids]);
    await this.app.db.query('delete from "group" where id = any($1)', [this.groupIds]);
  }

  private act(act: ProfileAct): Promise<unknown> {
    switch (act.op) {
      case 'value':
        return this.setValue(act.who, act.kind, act);
      case 'audience':
        return this.setAudience(act);
      case 'join':
      case 'leave':
      case 'mask':
        return this.inGroup(act.op, act.who, act.group);
      case 'suspend':
      case 'restore':
        return this.changeStanding(act.op, act.who);
      default:
        return this.ofTwo(act.op, act.two[0]!, act.two[1]!);
    }
  }

  async setValue(at: number, kind: FieldKind, { text, terms }: Pick<ModelField, 'text' | 'terms'>) {
    if (this.model.members[at]!.isSuspended) return;
    const { own, viewer, version } = await this.owner(at, kind);
    await own.setValue(viewer, { kind, text, terms: [...terms], version });
    Object.assign(this.fieldOf(at, kind), { text, terms });
  }

  async setAudience({ who: at, kind, audience, chosen }: Extract<ProfileAct, { op: 'audience' }>) {
    const member = this.model.members[at]!;
    if (member.isSuspended) return;
    const { own, viewer, version } = await this.owner(at, kind);
    const plain = chosen?.filter((group) => member.groups.get(group) === 'plain');
    const isChosen = audience === 'groups' && plain !== undefined;
    const groupIds = isChosen ? plain.map((group) => this.groupIds[group]!) : null;
    await own.setAudience(viewer, { kind, audience, groupIds, version });
    const change = { audience, chosen: isChosen ? plain : undefined };
    Object.assign(this.fieldOf(at, kind), change);
    if (kind === 'name') Object.assign(this.fieldOf(at, 'colour'), change);
  }

  private async inGroup(op: 'join' | 'leave' | 'mask', at: number, group: number) {
    const { accountId } = this.members[at]!.who;
    const groupId = this.groupIds[group]!;
    const memberships = this.app.get(MembershipsService);
    if (op === 'join' && this.model.isClosedTo(at, group)) {
      const start = () => memberships.start(accountId, groupId);
      return expect(this.app.db.write(start)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await this.app.db.write(async () => {
      if (op === 'join') return void (await memberships.start(accountId, groupId));
      const membership = await memberships.activeOf(accountId, groupId);
      if (!membership) return;
      if (op === 'leave') return memberships.end(membership);
      const sql = `update membership set persona_name = 'Otra' where id = $1`;
      await this.app.db.query(sql, [membership.id]);
      await this.app.get(DirectoryService).refresh([accountId]);
    });
    const { groups } = this.model.members[at]!;
    if (op === 'join' && !groups.has(group)) groups.set(group, 'plain');
    if (op === 'mask' && groups.has(group)) groups.set(group, 'persona');
    if (op === 'leave') this.model.leave(at, group);
  }

  private async unblock(blockerId: string, blockedId: string) {
    const block = await this.app.db.repo(Block).findOneBy({ blockerId, blockedId });
    if (block) await this.app.get(BlocksService).unblock(block);
  }

  private async ofTwo(op: Extract<ProfileAct, { two: unknown }>['op'], a: number, b: number) {
    const [one, other] = [this.members[a]!.who.accountId, this.members[b]!.who.accountId];
    const [alliances, blocks] = [this.app.get(AlliancesService), this.app.get(BlocksService)];
    const { lowId, highId } = sortPairIds(one, other);
    const sql = {
      separate: 'insert into separation (low_id, high_id) values ($1, $2) on conflict do nothing',
      reunite: 'update separation set ended_at = now() where low_id = $1 and high_id = $2',
    };
    await this.app.db.write(async () => {
      if (op === 'ally') await alliances.start(one, other);
      if (op === 'part') {
        const alliance = await alliances.between(one, other);
        if (alliance) await alliances.end(alliance);
      }
      if (op === 'block') await blocks.block(one, other);
      if (op === 'unblock') await this.unblock(one, other);
      if (op === 'separate' || op === 'reunite') await this.app.db.query(sql[op], [lowId, highId]);
    });
    const pair = ProfileModel.pair(a, b);
    if (op === 'ally') this.model.allies.add(pair);
    if (op === 'part') this.model.allies.delete(pair);
    if (op === 'block') this.blockInModel(a, b, pair);
    if (op === 'unblock') this.model.unhide(a, b, `block by ${a}`);
    if (op === 'separate') this.model.hide(a, b, 'separation');
    if (op === 'reunite') this.model.unhide(a, b, 'separation');
  }

  /** The first block ends an alliance; removing the block does not restore it. */
  private blockInModel(a: number, b: number, pair: string) {
    if (!this.model.hidden.get(pair)?.has(`block by ${a}`)) this.model.allies.delete(pair);
    this.model.hide(a, b, `block by ${a}`);
  }

  private async changeStanding(op: 'suspend' | 'restore', at: number) {
    const member = this.model.members[at]!;
    if (member.isSuspended === (op === 'suspend')) return;
    const standings = this.app.get(StandingService);
    const { accountId } = this.members[at]!.who;
    await this.app.db.write(() =>
      op === 'suspend'
        ? standings.suspend(accountId, this.app.clock.in(DAY))
        : standings.restore(accountId),
    );
    member.isSuspended = op === 'suspend';
  }

  private fieldOf(at: number, kind: FieldKind): ModelField {
    return this.model.members[at]!.fields[kind];
  }

  private async owner(at: number, kind: FieldKind) {
    const { who } = this.members[at]!;
    const viewer = (await this.app.get(ViewerLoader).byAccount(who.accountId))!;
    return { own: this.app.get(OwnProfileService), viewer, version: await fieldVersion(who, kind) };
  }
}

function fieldsAtFirst(): Record<FieldKind, ModelField> {
  const asked: readonly FieldKind[] = [
    ...(['name', 'colour', 'issueAreas', 'practices', 'languages', 'territories'] as const),
    ...(['avatar', 'interprets', 'region', 'organisation', 'contact'] as const),
  ];
  return Object.fromEntries(
    FIELD_KINDS.map((kind) => [
      kind,
      {
        text: kind === 'name' ? 'Óscar' : '',
        terms: [],
        audience: asked.includes(kind) ? 'onlyMe' : 'groups',
      },
    ]),
  ) as unknown as Record<FieldKind, ModelField>;
}
