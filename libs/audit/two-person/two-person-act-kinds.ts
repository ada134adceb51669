import { Injectable } from '@nestjs/common';
import type { Language } from '#kernel/language.js';
import type { Approver } from '#policy/facts/member-facts.js';
import type { Viewer } from '#policy/viewer.js';
import type { TwoPersonPayload, TwoPersonAct } from './two-person-act.entity.js';

/** The requested act, without the requester and the reason. */
export type TwoPersonRequest = Pick<
  TwoPersonAct,
  'subjectKey' | 'scopeId' | 'allianceId' | 'aboutId' | 'payload'
>;

/** One text of a list item in one language, before and after the change. */
export interface TwoPersonRequestText {
  /** The field of the item: `titles`, `bodies` or `labels`. */
  readonly part: string;
  readonly language: Language;
  /** Null for a new item. */
  readonly before: string | null;
  /** Null for a removed item. */
  readonly after: string | null;
}

/**
 * One line that the approver reads: a label of the kind, and a value that is either text or a term that the web app
 * translates.
 */
export interface TwoPersonRequestDetail {
  readonly label: string;
  readonly value: string;
  /** The texts of a list item; omitted for other details. Separate, so that no text can imitate the label of another. */
  readonly texts?: readonly TwoPersonRequestText[];
}

/** A kind of act that needs two people. The feature that executes the act registers the kind at start. */
export interface TwoPersonActKind {
  readonly kind: string;
  readonly approver: Approver;
  /** Throws if this person may not request the act. Called at the request and again at the approval. */
  check(asker: Viewer, asked: TwoPersonRequest): Promise<void>;
  /**
   * Executes the act in the transaction of the approval. An exception undoes the approval, and the request keeps
   * waiting.
   */
  execute(act: TwoPersonAct, approver: Viewer): Promise<void>;
  /**
   * Describes the request to one of its readers. Uses the payload, and rows that it names and that cannot become others,
   * because an approval is bound to the payload.
   */
  shown(asked: TwoPersonRequest, reader: Viewer): Promise<readonly TwoPersonRequestDetail[]>;
}

@Injectable()
export class TwoPersonActKinds {
  private readonly kinds = new Map<string, TwoPersonActKind>();

  register(kind: TwoPersonActKind): void {
    if (this.kinds.has(kind.kind)) throw new Error(`${kind.kind} is registered twice`);
    this.kinds.set(kind.kind, kind);
  }

  of(name: string): TwoPersonActKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`No two-person act is called ${name}`);
    return kind;
  }

  /** Returns every registered kind, for the architecture tests. */
  all(): TwoPersonActKind[] {
    return [...this.kinds.values()];
  }
}

/** Returns the payload of an act with the type that the kind of the act stores. */
export const twoPersonPayloadOf = <P extends TwoPersonPayload>({
  payload,
}: Pick<TwoPersonRequest, 'payload'>): P => payload as P;
