import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Invalid, NotFound, TooMany } from '#kernel/errors.js';
import { Membership } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { SuggestMeetingInput } from '../introductions.inputs.js';
import { SuggestionMade } from '../introductions.events.js';
import { Suggestion } from './suggestion.entity.js';
import { SuggestionSide } from './suggestion-side.entity.js';

const LASTS = 30 * DAY;
const MAX_OPEN = 10;

/**
 * Whether a suggestion reaches the two members: they are not allies, separated or blocked, and have no open suggestion.
 */
const REACHES = `
  select not exists (select 1 from hidden_pair where account_id = $1 and other_id = $2)
    and not exists (select 1 from block where blocker_id in ($1, $2) and membership_id in ($4, $5))
    and not exists (select 1 from ally where account_id = $1 and other_id = $2)
    and not exists (select 1 from suggestion s
      join suggestion_side d on d.suggestion_id = s.id join membership m on m.id = d.membership_id
      join suggestion_side e on e.suggestion_id = s.id join membership n on n.id = e.membership_id
      where s.is_heard and s.expires_at > $3 and m.account_id = $1 and n.account_id = $2) as reaches`;

/**
 * Creates a steward's suggestion that two members of the group meet. The response is the same whether or not it reaches
 * them.
 */
@Injectable()
export class MakeSuggestion {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly memberships: MembershipsService,
  ) {}

  make(viewer: Viewer, input: SuggestMeetingInput): Promise<boolean> {
    return this.db.write(async () => {
      const [one, other] = await this.bothOf(viewer, input);
      const own = await this.memberships.activeOf(viewer.accountId, one.groupId);
      if (!own) throw new NotFound();
      // Lock the membership, so that concurrent suggestions cannot exceed the quota.
      await this.db.query('select 1 from membership where id = $1 for no key update', [own.id]);
      await this.checkQuota(own.id);
      const isHeard = await this.reaches(one, other);
      const { id } = await this.save(own, input.line, isHeard, [one.id, other.id]);
      await this.events.record(SuggestionMade, {
        suggestionId: id,
        sideIds: isHeard ? [one.accountId, other.accountId] : [],
      });
      return true;
    });
  }

  private async bothOf(viewer: Viewer, { oneId, otherId }: SuggestMeetingInput) {
    const one = await this.access.load(Membership, oneId, viewer, 'suggest');
    const other = await this.access.load(Membership, otherId, viewer, 'suggest');
    if (one.groupId !== other.groupId) throw new NotFound();
    if (one.id === other.id) throw new Invalid('input', { otherId: 'range' });
    return [one, other] as const;
  }

  private async checkQuota(stewardId: string): Promise<void> {
    const [row] = await this.db.query<{ count: number }>(
      'select count(*)::int as count from suggestion where steward_id = $1 and expires_at > $2',
      [stewardId, this.clock.now()],
    );
    if (row!.count >= MAX_OPEN) throw new TooMany('suggestion.tooManyOpen');
  }

  private async reaches(one: Membership, other: Membership): Promise<boolean> {
    const values = [one.accountId, other.accountId, this.clock.now(), one.id, other.id];
    const [row] = await this.db.query<{ reaches: boolean }>(REACHES, values);
    return row!.reaches;
  }

  private async save(own: Membership, line: string, isHeard: boolean, ids: readonly string[]) {
    const expiresAt = this.clock.in(LASTS);
    const part = { groupId: own.groupId, stewardId: own.id, line, isHeard, expiresAt };
    const suggestions = this.db.repo(Suggestion);
    const made = await suggestions.save(suggestions.create(part));
    const sides = this.db.repo(SuggestionSide);
    await sides.save(
      ids.map((membershipId) => sides.create({ suggestionId: made.id, membershipId })),
    );
    return made;
  }
}
