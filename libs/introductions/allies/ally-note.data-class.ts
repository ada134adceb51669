import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';

/** Deletes notes thirty days after the alliance ended, unless the two are allies again. */
const DESTROY = `
  with gone as (
    delete from ally_note n where not exists (
      select 1 from alliance a
      where a.low_id = least(n.account_id, n.about_id) and a.high_id = greatest(n.account_id, n.about_id)
        and (a.ended_at is null or a.ended_at > $1))
    returning 1)
  select 1 from gone`;

@Injectable()
export class AllyNoteDataClass {
  constructor(
    private readonly db: Database,
    classes: DataClassesService,
  ) {
    classes.define({
      name: 'allyNote',
      owner: DataOwner.person,
      purpose: DataPurpose.ownUse,
      seals: ['ally_note.text'],
      lasts: 30 * DAY,
      destroy: async (before) => (await this.db.query(DESTROY, [before])).length,
    });
  }
}
