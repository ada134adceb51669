import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { newId } from '#kernel/ids.js';
import { Ties } from '#members/ties/ties.service.js';
import { Nodes } from './nodes.service.js';

export interface Assigned {
  readonly accountId: string;
  readonly id: string;
}

/** A kind of file that is open to the few who are assigned to it. */
export interface FileKind {
  /** The subject of the policy; whoever may not do `readFile` has lost it. */
  readonly subject: string;
  /** The subject of the news that its pages listen to. */
  readonly news: string;
  /** Who is assigned to which file, where they or those whom it is about are among these accounts. */
  assigned(accountIds: readonly string[]): Promise<readonly Assigned[]>;
  /** Ends what whoever lost it still holds of it: a claim. A repeat changes nothing. */
  release(lost: Assigned): Promise<void>;
}

/** A list whose rows depend on ties. Its readers are told to load it again, whether or not anything changed. */
export interface TiedList {
  /** The subject of the news that its pages listen to. */
  readonly news: string;
  /** Accounts that may read rows which have to do with these accounts. */
  readers(accountIds: readonly string[]): Promise<readonly string[]>;
}

/** Recusal after assignment (R3): whoever may no longer read a file hears of it at once, so that its open page closes. */
@Injectable()
export class Assignments implements OnModuleInit {
  private readonly kinds: FileKind[] = [];
  private readonly lists: TiedList[] = [];

  constructor(
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
    private readonly nodes: Nodes,
    private readonly ties: Ties,
  ) {}

  onModuleInit() {
    // What fails here is asked again by the event: the tie itself stands, and keeps every door shut.
    this.ties.register((accountIds) => this.askAgain(accountIds).catch(() => undefined));
  }

  register(kind: FileKind): void {
    this.kinds.push(kind);
  }

  registerList(list: TiedList): void {
    this.lists.push(list);
  }

  /** Asks the policy again for everybody who is assigned to a file that has to do with these accounts. */
  async askAgain(accountIds: readonly string[]): Promise<void> {
    await this.letGo(accountIds, () => true);
    await this.tellListReaders(accountIds, () => true);
  }

  /** Asks it again for what this account itself is assigned to. */
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
      // A random id, so that the news does not say which row it is about.
      if (readers.length > 0) await this.close(list.news, newId(), readers);
    }
  }

  private async letGo(
    accountIds: readonly string[],
    isAsked: (assigned: Assigned) => boolean,
  ): Promise<void> {
    for (const kind of this.kinds) {
      for (const assigned of (await kind.assigned(accountIds)).filter(isAsked)) {
        if (await this.mayStill(kind, assigned)) continue;
        await kind.release(assigned);
        await this.close(kind.news, assigned.id, [assigned.accountId]);
      }
    }
  }

  /** Tells open pages on every node that this file is closed, or has to be asked for once more. */
  close(news: string, id: string, accountIds: readonly string[]): Promise<void> {
    return this.nodes.carry({ kind: 'file', subject: news, id, accountIds });
  }

  private async mayStill({ subject }: FileKind, { accountId, id }: Assigned): Promise<boolean> {
    const viewer = await this.viewers.byAccount(accountId);
    return viewer !== undefined && this.access.may(subject, id, viewer, 'readFile');
  }
}
