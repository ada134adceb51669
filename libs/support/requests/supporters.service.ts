import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, Forbidden } from '#kernel/errors.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { Supporter } from './supporter.entity.js';

/** How long a supporter cannot change a changed work name again. */
const RENAME_INTERVAL = 30 * DAY;

/** The work names of supporters. Only a supporter with a work name can claim requests. */
@Injectable()
export class SupportersService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * The supporters with a work name, except the viewer, for accounts that may exclude them. Former ones are listed until
   * their name is deleted: a name that vanished at once would reveal whose duty or standing just ended.
   */
  async listFor(viewer: Viewer): Promise<Supporter[]> {
    if (!abilityOf(viewer).mayEver('exclude', 'SupportRequest'))
      throw new Forbidden('door.notForYou');
    return this.db
      .repo(Supporter)
      .createQueryBuilder('s')
      .where('s.account_id <> :me and s.work_name is not null', { me: viewer.accountId })
      .orderBy('lower(s.work_name)')
      .getMany();
  }

  of(accountId: string): Promise<Supporter | null> {
    return this.db.repo(Supporter).findOneBy({ accountId });
  }

  /** Returns the work name of an account. Throws Conflict if it has none. */
  async workNameOf(accountId: string): Promise<string> {
    const { workName } = (await this.of(accountId)) ?? {};
    if (!workName) throw new Conflict('support.noWorkName');
    return workName;
  }

  async ownWorkName(viewer: Viewer): Promise<string | null> {
    this.access.allow(viewer, 'useWorkName', 'SupportRequest');
    return (await this.of(viewer.accountId))?.workName ?? null;
  }

  /**
   * Sets the viewer's work name. Throws Conflict if another supporter has it or had it last, and for a second change
   * within 30 days: requesters exclude supporters by this name.
   */
  async setWorkName(viewer: Viewer, workName: string): Promise<string> {
    this.access.allow(viewer, 'useWorkName', 'SupportRequest');
    await this.db.write(() => this.writeWorkName(viewer, workName));
    return workName;
  }

  private async writeWorkName(viewer: Viewer, workName: string): Promise<void> {
    const { accountId } = viewer;
    await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
    const current = await this.of(accountId);
    if (current?.workName === workName) return;
    await this.assertDiffers(accountId, workName);
    const isChange = Boolean(current?.workName);
    if (isChange && current!.renamedAt && current!.renamedAt > this.clock.in(-RENAME_INTERVAL)) {
      throw new Conflict('support.renamedLately');
    }
    const renamedAt = isChange ? this.clock.now() : null;
    const names = { workName, formerWorkName: current?.workName ?? null };
    await this.db.repo(Supporter).upsert({ accountId, ...names, renamedAt }, ['accountId']);
    if (!isChange) return;
    const act = { action: 'rename', subjectType: 'Account', subjectId: accountId } as const;
    await this.audit.record(viewer, { ...act, duty: 'support' });
  }

  /**
   * Throws Conflict for a name that looks like one that another supporter has or had last: requesters tell supporters
   * apart by it. All changes of names wait for each other.
   */
  private async assertDiffers(accountId: string, workName: string): Promise<void> {
    await this.lockNames();
    if (looksOfficial(workName) || (await this.isTaken(accountId, workName)))
      throw new Conflict('support.workNameTaken');
  }

  /** Whether a name looks like the work name or the name as an interpreter of another account. Call it with the lock. */
  private async isTaken(accountId: string, given: string): Promise<boolean> {
    const others = await this.db.repo(Supporter).findBy({ accountId: Not(accountId) });
    const interpreters = await this.db.query<{ name: string }>(
      'select name from interpreter where account_id <> $1',
      [accountId],
    );
    const names = [
      ...others.flatMap((one) => [one.workName, one.formerWorkName]),
      ...interpreters.map(({ name }) => name),
    ];
    return names.some((name) => name && lookOf(name) === lookOf(given));
  }

  /** Throws Conflict for the name of an interpreter that looks like the name of another one or of a supporter. */
  async assertInterpreterNameFree(accountId: string, name: string): Promise<void> {
    await this.lockNames();
    if (looksOfficial(name) || (await this.isTaken(accountId, name)))
      throw new Conflict('support.interpreterNameTaken');
  }

  private async lockNames(): Promise<void> {
    await this.db.query(`select pg_advisory_xact_lock(hashtextextended('workName', 0))`);
  }

  /**
   * Stores when an account stopped being a supporter, from which on its work name is stored for 30 days. Ends its rest,
   * and deletes its days on duty and the kinds that it took.
   */
  async markLeft(accountId: string): Promise<void> {
    const rest = { restingSince: null, urgentRestEndsAt: null };
    const rota = { takenKinds: [], rotaDays: [] };
    const leftAt = this.clock.now();
    await this.db.repo(Supporter).update({ accountId }, { leftAt, ...rest, ...rota });
  }

  /** Deletes the work names of accounts that stopped being supporters before this time. Keeps the ids of exclusions. */
  async deleteWorkNames(before: Date): Promise<number> {
    const rows = await this.db.query(
      `update supporter s set work_name = null, former_work_name = null
       where s.left_at <= $1 and s.work_name is not null and not exists (
         select 1 from duty d join account a on a.id = d.account_id and a.standing <> 'former'
         where d.account_id = s.account_id and d.name = 'support') returning 1`,
      [before],
    );
    return rows.length;
  }
}

/** Parts of names that look like the instance, its moderation or its administration, in all languages. */
const OFFICIAL = ['trama', 'modera', 'admin'];

/** Whether a name looks like that of the instance or of its staff. */
export const looksOfficial = (name: string): boolean =>
  OFFICIAL.some((part) => lookOf(name).includes(part));

/** The letters and digits of a name, without accents and capitals. */
export const lookOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
