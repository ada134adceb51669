import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Database } from '#database/database.js';
import type { Group } from '#groups/group.entity.js';
import { NotFound } from '#kernel/errors.js';
import { GroupKind } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { Participant } from './participant.entity.js';
import type { ParticipantView } from './participant.view.js';

interface NamedRow {
  readonly id: string;
  readonly name: string;
  readonly isMine: boolean;
}

/** Ordered by name, because the order of joining could reveal which group a participant is. */
const NAMED = `
  select n.participant_id as id, n.name, exists (
    select 1 from coalition_person c where c.participant_id = n.participant_id and c.account_id = $2) as "isMine"
  from participant_name n where n.participant_id = any($1) order by lower(n.name), n.participant_id`;

/** Participants whose own name is not open to all members any more, and for which none was chosen. */
const NAMELESS = `it.id in (select n.participant_id from participant_name n where n.name = '')`;

const HIDDEN = { groupId: null, organisationId: null };

/** Converts participants to what a viewer of the coalition sees. */
@Injectable()
export class ParticipantViewsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
  ) {}

  /** The participants of a coalition by name; null for a group of another kind. */
  async of(
    viewer: Viewer,
    { id, kind }: Pick<Group, 'id' | 'kind'>,
  ): Promise<ParticipantView[] | null> {
    if (kind !== GroupKind.coalition) return null;
    const query = this.access.list(Participant, viewer).andWhere('it.coalition_id = :id', { id });
    return this.all(viewer, await query.getMany());
  }

  async one(viewer: Viewer, id: string): Promise<ParticipantView> {
    return this.ofRow(viewer, await this.access.load(Participant, id, viewer, 'read'));
  }

  /** The participant, or null if the viewer may not see it. */
  async seen(viewer: Viewer, id: string): Promise<ParticipantView | null> {
    const participant = await this.access.loader(Participant, viewer).load(id);
    return participant && this.ofRow(viewer, participant);
  }

  /** The participants that need a name and for which the viewer can choose one. */
  async withoutName(viewer: Viewer): Promise<ParticipantView[]> {
    return this.all(viewer, await this.nameless(viewer).getMany());
  }

  countWithoutName(viewer: Viewer): Promise<number> {
    return this.nameless(viewer).getCount();
  }

  /**
   * The group's participants in coalitions, as far as the viewer may know them. One with a chosen name is visible only
   * to the group's people.
   */
  async ofGroup(
    viewer: Viewer,
    { id, kind }: Pick<Group, 'id' | 'kind'>,
  ): Promise<ParticipantView[]> {
    if (kind === GroupKind.coalition) return [];
    const query = this.access.list(Participant, viewer).andWhere('it.group_id = :id', { id });
    const views = await this.all(viewer, await query.getMany());
    return views.filter(({ groupId }) => groupId !== null);
  }

  /** The participant as the viewer sees it after a change of their own rights, such as entering the coalition. */
  async afterChange(viewer: Viewer, participant: Participant): Promise<ParticipantView> {
    return this.ofRow(await this.viewers.reload(viewer), participant);
  }

  async ofRow(viewer: Viewer, participant: Participant): Promise<ParticipantView> {
    const [view] = await this.all(viewer, [participant]);
    // The participant has left meanwhile.
    if (!view) throw new NotFound();
    return view;
  }

  /** The participants by name. The caller has checked that the viewer may see them. */
  async all(viewer: Viewer, participants: readonly Participant[]): Promise<ParticipantView[]> {
    if (participants.length === 0) return [];
    const byId = new Map(participants.map((one) => [one.id, one]));
    const rows = await this.db.query<NamedRow>(NAMED, [[...byId.keys()], viewer.accountId]);
    return rows.map(({ id, name, isMine }) => {
      const { coalitionId, groupId, organisationId, shownName } = byId.get(id)!;
      const whose = isMine || shownName === null ? { groupId, organisationId } : HIDDEN;
      const hasShownName = shownName !== null;
      return { id, name, isMine, hasShownName, coalitionId, ...whose, seenBy: viewer };
    });
  }

  /** The names that each coalition sees, in alphabetical order. */
  async namesIn(coalitionIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.db.query<{ coalitionId: string; name: string }>(
      `select coalition_id as "coalitionId", name from participant_name
       where coalition_id = any($1) order by lower(name), name`,
      [coalitionIds],
    );
    const byCoalition = Map.groupBy(rows, ({ coalitionId }) => coalitionId);
    return new Map([...byCoalition].map(([id, some]) => [id, some.map(({ name }) => name)]));
  }

  private nameless(viewer: Viewer) {
    return this.access.list(Participant, viewer, 'rename').andWhere(NAMELESS);
  }
}
