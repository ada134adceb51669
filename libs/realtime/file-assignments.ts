import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Database } from '#database/database.js';
import { newId } from '#kernel/ids.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import { NodeCommandsService } from './node-commands.service.js';

export interface FileAssignment {
  readonly accountId: string;
  readonly id: string;
}

/** A kind of file that only assigned accounts may read. */
export interface AssignableFileKind {
  /** The subject of the policy. An account without the action `readFile` loses the assignment. */
  readonly subject: string;
  /** The subject of the change notices that open pages of the file watch. */
  readonly news: string;
  /**
   * SQL with the columns account and id: the assignments where one of the accounts `$1` is assigned to the file or is the
   * person it is about.
   */
  readonly assigned: string;
  /** Ends the claim of an account that lost access. Idempotent. */
  release(lost: FileAssignment): Promise<void>;
}

/**
 * A list whose entries depend on conflicts of interest. When a conflict arises, every reader is asked to reload the
 * list, whether or not their entries changed.
 */
export interface ConflictDependentList {
  /** The subject of the change notices that open pages of the list watch. */
  readonly news: string;
  /** Returns the accounts that may read entries related to these accounts. */
  readers(accountIds: readonly string[]): Promise<readonly string[]>;
}

/** Closes the open page of a file at once when a conflict of interest arises after the assignment (rule R3). */
@Injectable()
export class FileAssignments implements OnModuleInit {
  private readonly kinds: AssignableFileKind[] = [];
  private readonly lists: ConflictDependentList[] = [];

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
    private readonly nodes: NodeCommandsService,
    private readonly ties: ConflictsOfInterestService,
  ) {}

  onModuleInit() {
    // Ignore failures: the event handler repeats the check, and the policy already refuses access.
    this.ties.register((accountIds) => this.askAgain(accountIds).catch(() => undefined));
  }

  register(kind: AssignableFileKind): void {
    this.kinds.push(kind);
  }

  registerList(list: ConflictDependentList): void {
    this.lists.push(list);
  }

  /** Checks the policy again for every account assigned to a file related to these accounts. */
  async askAgain(accountIds: readonly string[]): Promise<void> {
    await this.letGo(accountIds, () => true);
    await this.tellListReaders(accountIds, () => true);
  }

  /** Checks the policy again for the files assigned to this account. */
  async askAgainOf(accountId: string): Promise<void> {
    await this.letGo([accountId], (assigned) => assigned.accountId === accountId);
    await this.tellListReaders([accountId], (reader) => reader === accountId);
  }

  private async tellListReaders(
    accountIds: readonly string[],
    isIncluded: (accountId: string) => boolean,
  ): Promise<void> {
    for (const list of this.lists) {
      const readers = (await list.readers(accountIds)).filter(isIncluded);
      // The notice has a random id, so that it does not reveal which entry is affected.
      if (readers.length > 0) await this.close(list.news, newId(), readers);
    }
  }

  private async letGo(
    accountIds: readonly string[],
    isAsked: (assigned: FileAssignment) => boolean,
  ): Promise<void> {
    for (const { kind: at, ...assigned } of (await this.assigned(accountIds)).filter(isAsked)) {
      const kind = this.kinds[at]!;
      if (await this.mayStill(kind, assigned)) continue;
      await kind.release(assigned);
      await this.close(kind.news, assigned.id, [assigned.accountId]);
    }
  }

  /** Asks for the files of all kinds in one statement, because usually there are none. `kind` is an index. */
  private assigned(
    accountIds: readonly string[],
  ): Promise<(FileAssignment & { readonly kind: number })[]> {
    const each = this.kinds.map(
      ({ assigned }, kind) =>
        `select ${kind} as kind, account_id as "accountId", id from (${assigned}) of_kind (account_id, id)`,
    );
    return this.db.query(each.join(' union all '), [accountIds]);
  }

  /** Makes open pages on every node close or reload this file. */
  close(news: string, id: string, accountIds: readonly string[]): Promise<void> {
    return this.nodes.carry({ kind: 'file', subject: news, id, accountIds });
  }

  private async mayStill(
    { subject }: AssignableFileKind,
    { accountId, id }: FileAssignment,
  ): Promise<boolean> {
    const viewer = await this.viewers.byAccount(accountId);
    return viewer !== undefined && this.access.may(subject, id, viewer, 'readFile');
  }
}
