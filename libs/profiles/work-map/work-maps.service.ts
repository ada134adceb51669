import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, DAY, HOUR } from '#kernel/clock.js';
import { newId } from '#kernel/ids.js';
import type { Language } from '#kernel/language.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import type { TermView } from '#taxonomy/taxonomy.view.js';
import { TaxonomyService } from '#taxonomy/taxonomy.service.js';
import type { WorkMap, WorkMapCell } from './work-map.view.js';

/** Counts below this number are never stored or shown. */
const FEWEST = 5;
/** From this count on, numbers are rounded to tens. */
const MANY = 50;
const [FIVE, TEN] = [5, 10];

/**
 * Counts the members whose name, issue areas and territories are open to all members and who agreed to be counted.
 * Counts below five are not stored, others are rounded down (ADR 14).
 */
const TAKE = `
  with counted as (
    select i.terms as issue_areas, t.terms as territories from profile p
    join account a on a.id = p.account_id and a.standing = 'member'
    join profile_field n on n.profile_id = p.id and n.kind = 'name' and n.audience = 'members'
    join profile_field i on i.profile_id = p.id and i.kind = 'issueAreas' and i.audience = 'members'
    join profile_field t on t.profile_id = p.id and t.kind = 'territories' and t.audience = 'members'
    where p.is_counted),
  cell as (
    select issue_area, territory, count(*)::int as people
    from counted, unnest(issue_areas) issue_area, unnest(territories) territory
    where issue_area = any($2) and territory = any($3)
    group by issue_area, territory having count(*) >= ${FEWEST})
  insert into work_map_cell (work_map_id, issue_area, territory, people)
  select $1, issue_area, territory,
    case when people < ${MANY} then people / ${FIVE} * ${FIVE} else people / ${TEN} * ${TEN} end
  from cell`;

/** A repeated run within this time does nothing. */
const NIGHT = 6 * HOUR;
const BEGIN = `
  with begun as (
    insert into work_map (id, taken_at) select $1::uuid, $2::timestamptz
    where not exists (select from work_map where taken_at > $3::timestamptz) returning 1)
  select 1 from begun`;

interface Cell {
  readonly issue_area: string;
  readonly territory: string;
  readonly people: number;
}

/** Computes the work map once a night. A map is shown when it is one day old. */
@Injectable()
export class WorkMapsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly taxonomy: TaxonomyService,
    classes: DataClassesService,
  ) {
    classes.define({
      name: 'workMap',
      owner: DataOwner.administer,
      purpose: DataPurpose.finding,
      lasts: DAY,
      destroy: (before) => this.destroy(before),
    });
  }

  take(): Promise<void> {
    return this.db.write(async () => {
      const { issueAreas, territories } = this.vocabulary('es');
      const id = newId();
      const night = [id, this.clock.now(), this.clock.in(-NIGHT)];
      const begun = await this.db.query(BEGIN, night);
      if (begun.length === 0) return;
      await this.db.query(TAKE, [id, issueAreas.map(idOf), territories.map(idOf)]);
    });
  }

  /** The latest map that is at least one day old, or null. */
  async shown(language: Language): Promise<WorkMap | null> {
    const [last] = await this.db.query<{ id: string; taken_at: Date }>(
      'select id, taken_at from work_map where taken_at <= $1 order by taken_at desc limit 1',
      [this.clock.in(-DAY)],
    );
    if (!last) return null;
    const cells = await this.db.query<Cell>(
      'select issue_area, territory, people from work_map_cell where work_map_id = $1',
      [last.id],
    );
    return { takenAt: last.taken_at, ...this.laidOut(cells, language) };
  }

  private laidOut(cells: readonly Cell[], language: Language): Omit<WorkMap, 'takenAt'> {
    const { issueAreas, territories } = this.vocabulary(language);
    const people = new Map(cells.map((one) => [`${one.issue_area} ${one.territory}`, one.people]));
    const bandAt = (issueArea: string, territory: string) =>
      bandOf(people.get(`${issueArea} ${territory}`));
    const inIt = new Set(cells.map(({ territory }) => territory));
    return {
      issueAreas,
      rows: territories
        .filter(({ id }) => inIt.has(id))
        .map((territory) => ({
          territory,
          cells: issueAreas.map(({ id }) => bandAt(id, territory.id)),
        })),
    };
  }

  /** Shared territories and countries. Regions are excluded, because few people share one. */
  private vocabulary(language: Language): { issueAreas: TermView[]; territories: TermView[] } {
    const { issueAreas, sharedTerritories, countries, otherCountries } = this.taxonomy.in(language);
    return { issueAreas, territories: [...sharedTerritories, ...countries, ...otherCountries] };
  }

  /** Deletes all maps older than the one that is shown. */
  private async destroy(before: Date): Promise<number> {
    const gone = await this.db.query(
      `with gone as (delete from work_map where taken_at <
         (select max(taken_at) from work_map where taken_at <= $1) returning 1) select 1 from gone`,
      [before],
    );
    return gone.length;
  }
}

const idOf = ({ id }: TermView): string => id;

/** A stored number is the lower end of a range. */
function bandOf(people: number | undefined): WorkMapCell {
  if (people === undefined) return { from: null, to: null };
  return { from: people, to: people + (people < MANY ? FIVE : TEN) - 1 };
}
