import { Module } from '@nestjs/common';
import { MembersModule } from '#members/members.module.js';
import { MeResolver } from './me.resolver.js';

@Module({ imports: [MembersModule], providers: [MeResolver] })
export class SigninModule {}
