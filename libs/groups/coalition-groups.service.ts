import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '#database/database.js';
import { randomSlugSuffix, slugOf } from '#kernel/slug.js';
import { GroupKind } from '#members/membership.entity.js';
import { wordLexemes } from '#taxonomy/words/term-search.js';
import { Group, GroupAccess } from './group.entity.js';

type CoalitionText = Pick<Group, 'name' | 'purpose'>;

/** Writes the rows of coalitions, which are groups of another kind. The caller checks the policy. */
@Injectable()
export class CoalitionGroupsService {
  constructor(private readonly db: Database) {}

  byIds(ids: readonly string[]): Promise<Group[]> {
    return this.db.repo(Group).findBy({ id: In([...ids]), kind: GroupKind.coalition });
  }

  /** Creates a coalition without participants. Only the demo world sets `slug`, because its addresses are fixed. */
  create(
    { name, purpose, isListed }: CoalitionText & Pick<Group, 'isListed'>,
    slug?: string,
  ): Promise<Group> {
    this.db.assertWriting();
    const groups = this.db.repo(Group);
    // Always append a random tail: a collision would reveal that a hidden group exists.
    const address = slug ?? `${slugOf(name, 'coalicion')}-${randomSlugSuffix(8)}`;
    return groups.save(
      groups.create({
        ...{ kind: GroupKind.coalition, slug: address, name, purpose, isListed },
        ...{ access: GroupAccess.invitation, issueAreas: [], questions: [] },
        words: wordLexemes(name, purpose),
      }),
    );
  }

  edit(coalition: Group, { name, purpose }: CoalitionText): Promise<Group> {
    this.db.assertWriting();
    const words = wordLexemes(name, purpose);
    return this.db.repo(Group).save(Object.assign(coalition, { name, purpose, words }));
  }
}
