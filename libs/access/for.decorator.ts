import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { DoorAudience, Viewer } from '#policy/viewer.js';
import { requestOf } from './request.js';

export const AUDIENCE = 'access:audience';

/** Says who may stand at a door. Without it a resolver or route is for members. */
export const For = (...audiences: [DoorAudience, ...DoorAudience[]]) =>
  SetMetadata(AUDIENCE, audiences);

/** The viewer of this request. At a door for anyone it is Viewer.nobody() without a session. */
export const CurrentViewer = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Viewer => requestOf(context).viewer!,
);
