import { Injectable } from '@nestjs/common';
import type { Server, Socket } from 'socket.io';
import { type NoticeRecipients, isPersonalNotice, type QueuedNotice } from './bus-messages.js';

/** An open socket with its account and session. */
export interface RegisteredSocket {
  readonly socket: Socket;
  readonly accountId: string;
  readonly sessionId: string;
  /** Rooms requested by the client: joined, or waiting for the policy. */
  readonly wanted: Set<string>;
}

interface AccountListeners {
  /** Incremented by each revocation. A policy answer that was requested before a revocation is discarded. */
  generation: number;
  readonly all: Set<RegisteredSocket>;
}

const REMEMBERED = 10_000;

/** The open sockets of this node by account, and when the rights of an account were last revoked. */
@Injectable()
export class SocketRegistry {
  private readonly accounts = new Map<string, AccountListeners>();
  private readonly revokedAt = new Map<string, number>();
  private server: Server | undefined;
  private count = 0;
  private forgotten = 0;

  attach(server: Server): void {
    this.server = server;
  }

  add(listener: RegisteredSocket): void {
    const account = this.accounts.get(listener.accountId) ?? { generation: 0, all: new Set() };
    this.accounts.set(listener.accountId, account);
    account.all.add(listener);
  }

  remove(listener: RegisteredSocket): void {
    const account = this.accounts.get(listener.accountId);
    account?.all.delete(listener);
    if (account?.all.size === 0) this.accounts.delete(listener.accountId);
  }

  of(accountId: string): readonly RegisteredSocket[] {
    return [...(this.accounts.get(accountId)?.all ?? [])];
  }

  all(): RegisteredSocket[] {
    return [...this.accounts.values()].flatMap((account) => [...account.all]);
  }

  generationOf(accountId: string): number {
    return this.accounts.get(accountId)?.generation ?? -1;
  }

  /**
   * The current revocation counter. An admission or a list of recipients that was loaded at this count is stale once
   * the rights of an account were revoked after it.
   */
  ticket(): number {
    return this.count;
  }

  isStale(accountId: string, ticket: number): boolean {
    return ticket < this.forgotten || (this.revokedAt.get(accountId) ?? 0) > ticket;
  }

  /** Returns the recipients whose rights were not revoked since the recipients were loaded. */
  audienceNow({ to, news, since }: QueuedNotice): NoticeRecipients {
    if (!to.accountIds || isPersonalNotice(news)) return to;
    return { ...to, accountIds: to.accountIds.filter((id) => !this.isStale(id, since)) };
  }

  /** Requires a new authentication from sockets of the account that were admitted but are not connected yet. */
  outdateAdmissions(accountId: string): void {
    this.count += 1;
    this.revokedAt.delete(accountId);
    this.revokedAt.set(accountId, this.count);
    if (this.revokedAt.size > REMEMBERED) this.forgetOldest();
  }

  /** Discards all pending policy answers for this account. */
  outdateAnswers(accountId: string): void {
    this.outdateAdmissions(accountId);
    const account = this.accounts.get(accountId);
    if (account) account.generation += 1;
  }

  /** Makes the open pages of these accounts reload the subject. */
  hint(accountIds: readonly string[], news: { readonly subject: string; readonly id: string }) {
    for (const { socket } of accountIds.flatMap((accountId) => this.of(accountId))) {
      socket.emit('news', news);
    }
  }

  /** Sends the reason to the client and disconnects it. The client does not reconnect by itself. */
  end({ socket }: RegisteredSocket, reason: string): void {
    socket.emit('ended', { reason });
    socket.disconnect(true);
  }

  /**
   * Closes all sockets like a network failure would: the clients reconnect and catch up. Without `discard`, Engine.IO
   * waits 30 s for a polling client without an open request.
   */
  dropAll(): void {
    const discard = true;
    const engine = this.server?.engine as
      { clients: Record<string, { close(discard: boolean): void }> } | undefined;
    for (const client of Object.values(engine?.clients ?? {})) client.close(discard);
  }

  private forgetOldest(): void {
    const [oldest] = this.revokedAt;
    if (!oldest) return;
    this.forgotten = oldest[1];
    this.revokedAt.delete(oldest[0]);
  }
}
