import { Injectable } from '@nestjs/common';
import type { Approver } from '#policy/facts/member-facts.js';
import type { Viewer } from '#policy/viewer.js';
import type { Payload, TwoPersonAct } from './two-person-act.entity.js';

/** What is asked for, without why and by whom. */
export type Asked = Pick<
  TwoPersonAct,
  'subjectKey' | 'scopeId' | 'allianceId' | 'aboutId' | 'payload'
>;

/** One line of what whoever approves is shown: a label of the kind, and a value that the web app knows or that is a text. */
export interface ShownFact {
  readonly label: string;
  readonly value: string;
}

/** A kind of act that needs two people. The feature that does it registers it, at start. */
export interface TwoPersonKind {
  readonly kind: string;
  readonly approver: Approver;
  /** Throws the refusal where this person may not ask for it (any more): at the request, and again at the approval. */
  check(asker: Viewer, asked: Asked): Promise<void>;
  /** Does it, in the transaction of the approval. What it throws undoes the approval, and the request waits on. */
  execute(act: TwoPersonAct, approver: Viewer): Promise<void>;
  /** What is asked for, for those who may read the request: from the payload, since an approval is bound to that alone. */
  shown(asked: Asked): Promise<readonly ShownFact[]>;
}

@Injectable()
export class TwoPersonKinds {
  private readonly kinds = new Map<string, TwoPersonKind>();

  register(kind: TwoPersonKind): void {
    if (this.kinds.has(kind.kind)) throw new Error(`${kind.kind} is registered twice`);
    this.kinds.set(kind.kind, kind);
  }

  of(name: string): TwoPersonKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`No two-person act is called ${name}`);
    return kind;
  }

  /** Every kind of the loaded code, for the laws. */
  all(): TwoPersonKind[] {
    return [...this.kinds.values()];
  }
}

/** A payload read as the kind that wrote it knows it. */
export const payloadOf = <P extends Payload>({ payload }: Pick<Asked, 'payload'>): P =>
  payload as P;
