import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel/clock.js';
import { KeyedBox } from '#kernel/sealing/keyed-box.js';
import { QuestionTexts } from '../questions/question-texts.js';
import type { SupportRequest } from './support-request.entity.js';
import type { AskSupportInput } from './support-request.inputs.js';
import { SentVoiceAnswersService } from './voice/sent-voice-answers.service.js';
import type { SentVoice } from './voice/voice-box.js';

export type Danger = 'yes' | 'unknown' | 'no';
export type Beneficiary = 'requester' | 'group' | 'other';

/** The answers of the requester. Null: skipped. */
export interface RequestContent {
  readonly danger: Danger;
  readonly name: string | null;
  readonly goal: string | null;
  readonly tried: string | null;
  readonly safeWay: string | null;
  readonly times: string | null;
  /** For whom the support is. Absent in requests that were sent before this was asked. */
  readonly beneficiary?: Beneficiary | null;
  /** Absent like `beneficiary`. */
  readonly beneficiaryNote?: string | null;
  /** Absent in requests that were sent before there were voice notes. */
  readonly voices?: readonly SentVoice[];
}

/** The words of the supporter who accepted, with the work name that they had then. */
export interface CaseReply {
  readonly workName: string;
  readonly words: string;
  /** When it was given, as an ISO date. Absent in replies that were written before all had it. */
  readonly at?: string;
}

/** A reply with the time when it was given. */
export interface DatedReply extends Omit<CaseReply, 'at'> {
  readonly at: Date;
}

/**
 * The change that ends the present reply of a request and stores it among the earlier ones, still sealed: a box that cannot
 * be opened must not keep a case with its supporter.
 */
export const endReply = ({
  reply,
  earlierReplies,
}: SupportRequest): Pick<SupportRequest, 'reply' | 'earlierReplies'> => ({
  reply: null,
  earlierReplies: reply ? [...earlierReplies, reply] : earlierReplies,
});

/** The words of the supporter who declined or closed. */
export interface CaseClosing {
  readonly words: string;
  readonly alternatives: string | null;
  /** The day from which on the requester can ask again (`2026-12-25`). */
  readonly askAgainOn?: string | null;
}

/** The answers without the keys of voice notes. */
export interface RequestAnswers extends Omit<
  RequestContent,
  'voices' | 'beneficiary' | 'beneficiaryNote'
> {
  readonly beneficiary: Beneficiary | null;
  readonly beneficiaryNote: string | null;
  readonly voices: readonly Omit<SentVoice, 'key'>[];
}

interface Texts {
  readonly content: RequestContent;
  readonly reply: CaseReply;
  readonly closing: CaseClosing;
}
type Column = keyof Texts;
type Sealed = Pick<SupportRequest, 'id' | 'key'> & { readonly [C in Column]?: Buffer | null };

/** Encrypts the texts of a request with its key, and decrypts them in memory. */
@Injectable()
export class CaseTextsService {
  constructor(
    /** The voice notes beside the texts; their keys are in the content. */
    readonly voices: SentVoiceAnswersService,
    private readonly clock: Clock,
    /** The questions before the first answer, which are rows of their own. */
    readonly questions: QuestionTexts,
  ) {}

  newKey(): string {
    return KeyedBox.newKey();
  }

  encrypt<C extends Column>({ id, key }: Sealed, column: C, value: Texts[C]): Buffer {
    return new KeyedBox(key).encrypt(contextOf(id, column), value);
  }

  /** Returns null if nothing was written. */
  decrypt<C extends Column>(row: Sealed, column: C): Texts[C] | null {
    const box = row[column];
    return box ? new KeyedBox(row.key).decrypt<Texts[C]>(contextOf(row.id, column), box) : null;
  }

  /** Encrypts a reply that is given now. */
  newReply(request: Sealed, reply: Omit<CaseReply, 'at'>): Buffer {
    return this.encrypt(request, 'reply', { ...reply, at: this.clock.now().toISOString() });
  }

  /** The present reply, if there is one. */
  presentReply(request: SupportRequest): DatedReply | null {
    return request.reply && this.datedReply(request, request.reply);
  }

  /** The replies that were the present one before, earliest first. */
  earlierReplies(request: SupportRequest): DatedReply[] {
    return request.earlierReplies.map((reply) => this.datedReply(request, reply));
  }

  /** The answers for those who may read them: without the keys of voice notes. */
  contentOf(row: Sealed): RequestAnswers {
    const { voices = [], beneficiary, beneficiaryNote, ...content } = this.decrypt(row, 'content')!;
    return {
      ...content,
      ...{ beneficiary: beneficiary ?? null, beneficiaryNote: beneficiaryNote ?? null },
      voices: voices.map(({ key: _key, ...note }) => note),
    };
  }

  private datedReply(
    { id, key, acceptedAt, createdAt }: SupportRequest,
    reply: Buffer,
  ): DatedReply {
    const { at, workName, words } = this.decrypt({ id, key, reply }, 'reply')!;
    return { workName, words, at: at ? new Date(at) : (acceptedAt ?? createdAt) };
  }

  /** Hashes the answers with the key of the request, so that a repeated sending can be told from another request. */
  hashOf({ key }: Pick<Sealed, 'key'>, input: AskSupportInput): Buffer {
    const { danger, kind, goal, tried, name, safeWay, times } = input;
    const lists = [input.languages.toSorted(), input.excludedIds.toSorted()];
    // A request without voice notes, or without an answer for whom it is, has the same hash as before these existed.
    const voices = input.voices.map(({ question, note }) => [question, note]).toSorted();
    const { beneficiary, beneficiaryNote } = input;
    const more: object[] = voices.length > 0 ? [voices] : [];
    if (beneficiary || beneficiaryNote) more.push({ beneficiary, beneficiaryNote });
    const answers = [danger, kind, goal, tried, name, safeWay, times, ...lists, ...more];
    return createHmac('sha256', key).update(JSON.stringify(answers)).digest();
  }
}

const contextOf = (id: string, column: Column) => `support_request.${column} ${id}`;
