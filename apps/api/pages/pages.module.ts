import { Module } from '@nestjs/common';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { LinkPagesController } from './link-pages.controller.js';
import { PublicPages } from './public-pages.js';
import { SetUpPageController } from './set-up-page.controller.js';

/** Pages that the server makes for one request: their looks come from the web app, what they do from the libraries. */
@Module({
  imports: [ProfilesModule, SigninModule],
  controllers: [LinkPagesController, SetUpPageController],
  providers: [PublicPages],
})
export class PagesModule {}
