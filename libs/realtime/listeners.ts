import { Injectable } from '@nestjs/common';
import type { Server, Socket } from 'socket.io';
import { type Audience, isOwn, type Told } from './words.js';

/** What is known of one open socket. */
export interface Listener {
  readonly socket: Socket;
  readonly accountId: string;
  readonly sessionId: string;
  /** Rooms asked for and not given up: joined, or waiting for the policy's answer. */
  readonly wanted: Set<string>;
}

interface AccountListeners {
  /** Grows with each revocation: an answer of the policy that was asked for before is worth nothing. */
  generation: number;
  readonly all: Set<Listener>;
}

const REMEMBERED = 10_000;

/** The sockets of this node by account, and since when an account's rights were last cut. */
@Injectable()
export class Listeners {
  private readonly accounts = new Map<string, AccountListeners>();
  private readonly revokedAt = new Map<string, number>();
  private server: Server | undefined;
  private count = 0;
  private forgotten = 0;

  attach(server: Server): void {
    this.server = server;
  }

  add(listener: Listener): void {
    const account = this.accounts.get(listener.accountId) ?? { generation: 0, all: new Set() };
    this.accounts.set(listener.accountId, account);
    account.all.add(listener);
  }

  remove(listener: Listener): void {
    const account = this.accounts.get(listener.accountId);
    account?.all.delete(listener);
    if (account?.all.size === 0) this.accounts.delete(listener.accountId);
  }

  of(accountId: string): readonly Listener[] {
    return [...(this.accounts.get(accountId)?.all ?? [])];
  }

  all(): Listener[] {
    return [...this.accounts.values()].flatMap((account) => [...account.all]);
  }

  generationOf(accountId: string): number {
    return this.accounts.get(accountId)?.generation ?? -1;
  }

  /** A mark of now; who was admitted or asked for with it is stale once that account's rights were cut. */
  ticket(): number {
    return this.count;
  }

  isStale(accountId: string, ticket: number): boolean {
    return ticket < this.forgotten || (this.revokedAt.get(accountId) ?? 0) > ticket;
  }

  /** Whom news are for when they go: not those whose rights were cut since they were asked for. */
  audienceNow({ to, news, since }: Told): Audience {
    if (!to.accountIds || isOwn(news)) return to;
    return { ...to, accountIds: to.accountIds.filter((id) => !this.isStale(id, since)) };
  }

  /** Whoever of this account was admitted before, but is not connected yet, must come again. */
  outdateAdmissions(accountId: string): void {
    this.count += 1;
    this.revokedAt.delete(accountId);
    this.revokedAt.set(accountId, this.count);
    if (this.revokedAt.size > REMEMBERED) this.forgetOldest();
  }

  /** From here on no answer that the policy gave for this account before opens anything. */
  outdateAnswers(accountId: string): void {
    this.outdateAdmissions(accountId);
    const account = this.accounts.get(accountId);
    if (account) account.generation += 1;
  }

  /** Makes the open pages of these accounts ask again for what they have open. */
  hint(accountIds: readonly string[], news: { readonly subject: string; readonly id: string }) {
    for (const { socket } of accountIds.flatMap((accountId) => this.of(accountId))) {
      socket.emit('news', news);
    }
  }

  /** Says why, and hangs up; the client does not come back by itself. */
  end({ socket }: Listener, reason: string): void {
    socket.emit('ended', { reason });
    socket.disconnect(true);
  }

  /**
   * Hangs up on everybody as a lost network would: they come back and catch up. Without `discard` Engine.IO waits 30 s
   * for a polling client that has no request open.
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
