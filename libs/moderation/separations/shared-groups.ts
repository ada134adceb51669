import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Group } from '#groups/group.entity.js';
import { Conflict } from '#kernel/errors.js';
import { GroupKind, isSteward, Membership } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { type LeavingInput, SeparationSide, type SharedGroup } from './separation.view.js';

/** Account ids of the two members to separate. */
export interface SeparatedPair {
  readonly reported: string;
  readonly reporter: string;
}

interface Shared {
  readonly groupId: string;
  readonly reported: Membership;
  readonly reporter: Membership;
}

/** Finds the groups that both members are in, and ends one membership in each. */
@Injectable()
export class SharedGroups {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly memberships: MembershipsService,
  ) {}

  /**
   * The shared groups. The name is omitted if the viewer may not see the group or if one of the two uses a persona in
   * it.
   */
  async of(viewer: Viewer, sides: SeparatedPair): Promise<SharedGroup[]> {
    const shared = await this.between(sides);
    const ids = shared.map(({ groupId }) => groupId);
    const seen = await this.access
      .list(Group, viewer)
      .andWhere('it.id = any(:ids)', { ids })
      .getMany();
    const names = new Map(seen.map(({ id, name }) => [id, name]));
    const rows = shared.map(async ({ groupId, reported, reporter }) => {
      const isPlain = reported.personaName === null && reporter.personaName === null;
      const stewards = (await this.memberships.activeIn(groupId)).filter(isSteward);
      return {
        groupId,
        name: isPlain ? (names.get(groupId) ?? null) : null,
        onlySteward: stewards.length === 1 ? sideOf(stewards[0]!, { reported, reporter }) : null,
      };
    });
    return Promise.all(rows);
  }

  /**
   * Ends one membership in each shared group, as chosen. Returns the names of the groups left, by account id. Throws
   * Conflict unless `leaving` covers exactly the shared groups. Groups come before coalitions: an entry may end with the
   * membership that explained it, and then nobody else has to leave that coalition.
   */
  async leave(
    sides: SeparatedPair,
    leaving: readonly LeavingInput[],
  ): Promise<Map<string, string[]>> {
    this.db.assertWriting();
    const shared = await this.between(sides);
    const chosen = new Map(leaving.map(({ groupId, side }) => [groupId, side]));
    const isWhole =
      shared.length === leaving.length && shared.every(({ groupId }) => chosen.has(groupId));
    if (!isWhole) throw new Conflict('separation.groupsChanged');
    const left = new Map<string, string[]>();
    for (const one of shared) {
      const membership = one[chosen.get(one.groupId)!];
      if (!(await this.areBothIn(one))) continue;
      await this.memberships.end(membership);
      const names = left.get(membership.accountId) ?? [];
      left.set(membership.accountId, [...names, await this.nameOf(one.groupId)]);
    }
    return left;
  }

  /** Reads the name without a policy check, for the notice to the former member. */
  private async nameOf(id: string): Promise<string> {
    const rows = await this.db.query<{ name: string }>('select name from "group" where id = $1', [
      id,
    ]);
    return rows[0]!.name;
  }

  private async areBothIn({ reported, reporter }: Shared): Promise<boolean> {
    const both = await this.memberships.byIds([reported.id, reporter.id]);
    return both.every(({ endedAt }) => endedAt === null);
  }

  private async between({ reported, reporter }: SeparatedPair): Promise<Shared[]> {
    const theirs = await this.memberships.activeOfAccount(reporter);
    const byGroup = new Map(theirs.map((one) => [one.groupId, one]));
    return (await this.memberships.activeOfAccount(reported))
      .filter(({ groupId }) => byGroup.has(groupId))
      .map((one) => ({ groupId: one.groupId, reported: one, reporter: byGroup.get(one.groupId)! }))
      .toSorted((a, b) => rankOf(a) - rankOf(b) || a.groupId.localeCompare(b.groupId));
  }
}

const rankOf = ({ reported }: Shared) => (reported.groupKind === GroupKind.coalition ? 1 : 0);

function sideOf({ id }: Membership, { reported, reporter }: Omit<Shared, 'groupId'>) {
  if (id === reported.id) return SeparationSide.reported;
  return id === reporter.id ? SeparationSide.reporter : null;
}
