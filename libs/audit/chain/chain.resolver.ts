import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { ChainVerifier } from './chain-verifier.js';
import { AuditHead, AuditVerification } from './chain.view.js';

@For('auditor', 'administrator')
@Resolver()
export class ChainResolver {
  constructor(private readonly verifier: ChainVerifier) {}

  @Query(() => AuditHead, { description: 'The end of the audit chain, to be kept elsewhere.' })
  auditHead(@CurrentViewer() viewer: Viewer) {
    return this.verifier.head(viewer);
  }

  @Query(() => AuditVerification, {
    description: 'Whether the chain holds, part by part: the next begins behind `upTo`.',
  })
  auditVerification(
    @CurrentViewer() viewer: Viewer,
    @Args('from', { type: () => Int, defaultValue: 0 }) from: number,
    @Args('heads', { type: () => String, defaultValue: '' }) heads: string,
  ) {
    return this.verifier.part(viewer, from, heads);
  }
}
