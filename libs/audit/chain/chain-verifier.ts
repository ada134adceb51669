import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { AuditChain } from './audit-chain.service.js';
import { AuditHeads, nonBlankLinesOf } from './audit-heads.js';
import type { AuditHead, AuditVerification } from './chain.view.js';
import { type ChainHead, parseHead } from './audit-head-check.js';

/**
 * Number of entries that one request verifies. This takes some hundred milliseconds, so that the page can show
 * progress.
 */
const A_PART = 20_000;

/** Verifies the chain in parts, for the page of auditors and administrators. */
@Injectable()
export class ChainVerifier {
  constructor(
    private readonly access: AccessService,
    private readonly chain: AuditChain,
    private readonly heads: AuditHeads,
  ) {}

  async head(viewer: Viewer): Promise<AuditHead> {
    this.access.allow(viewer, 'verify', 'AuditEntry');
    const head = await this.chain.head();
    return { ...head, at: new Date(head.at) };
  }

  /** Verifies the part after entry number `from` against the stored heads and the heads that the viewer pasted. */
  async part(viewer: Viewer, from: number, brought: string): Promise<AuditVerification> {
    this.access.allow(viewer, 'verify', 'AuditEntry');
    const { heads, unreadable } = await this.heads.all();
    const compared = [...heads, ...headsIn(brought)];
    const part = await this.chain.verify(compared, from, A_PART);
    const { seq: total } = await this.chain.head();
    return {
      ...part,
      faults: [...part.faults],
      total,
      heads: compared.length,
      unreadableHeads: unreadable,
    };
  }
}

function headsIn(text: string): ChainHead[] {
  return nonBlankLinesOf(text).map((line) => {
    const head = parseHead(line);
    if (!head) throw new Invalid('input', { heads: 'malformed' });
    return head;
  });
}
