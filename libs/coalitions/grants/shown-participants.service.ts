import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';
import { Participant } from '../participants/participant.entity.js';
import type { ParticipantView } from '../participants/participant.view.js';
import { ParticipantViewsService } from '../participants/participant-views.service.js';

interface ShownRow {
  readonly membershipId: string;
  readonly participantId: string;
}

/** The participants that these entries show. A subquery, so that the planner looks up each person's grants alone. */
const SHOWN = `
  select e.id as "membershipId", g.participant_id as "participantId"
  from membership e join coalition_grant g on g.shown_in_id = e.id and g.account_id = e.account_id
    and g.accepted_at is not null
  join participant p on p.id = g.participant_id and p.coalition_id = e.group_id
  where e.id = any($1) and e.group_kind = 'coalition' and e.ended_at is null
    and exists (select 1 from coalition_access x where x.grant_id = g.id and x.account_id = e.account_id)`;

/** Reads the participants through which the people of a coalition come, as far as they show them. */
@Injectable()
export class ShownParticipantsService {
  private readonly loaders = new PerViewerCache<DataLoader<string, ParticipantView[]>>();

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly views: ParticipantViewsService,
  ) {}

  /** Calls within one tick are loaded as one batch. */
  of(viewer: Viewer, membershipId: string): Promise<ParticipantView[]> {
    const batch = (ids: readonly string[]) => this.all(viewer, ids);
    return this.loaders
      .of(viewer, () => new DataLoader(batch, { cache: false }))
      .load(membershipId);
  }

  private async all(viewer: Viewer, membershipIds: readonly string[]) {
    const rows = await this.db.query<ShownRow>(SHOWN, [membershipIds]);
    const ids = [...new Set(rows.map(({ participantId }) => participantId))];
    const loader = this.access.loader(Participant, viewer);
    const seen = await Promise.all(ids.map((id) => loader.load(id)));
    const views = await this.views.all(
      viewer,
      seen.filter((one) => one !== null),
    );
    return membershipIds.map((of) => {
      const own = new Set(
        rows.filter((row) => row.membershipId === of).map((r) => r.participantId),
      );
      return views.filter(({ id }) => own.has(id));
    });
  }
}
