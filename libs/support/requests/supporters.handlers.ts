import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { SupporterLeft } from './support.events.js';
import { SupportersService } from './supporters.service.js';

@Injectable()
export class SupporterHandlers {
  constructor(private readonly supporters: SupportersService) {}

  @On(SupporterLeft)
  whenASupporterLeaves({ accountId }: { readonly accountId: string }): Promise<void> {
    return this.supporters.markLeft(accountId);
  }
}
