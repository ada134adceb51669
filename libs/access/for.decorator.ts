import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { EndpointAudience, Viewer } from '#policy/viewer.js';
import { requestOf } from './request.js';

export const AUDIENCE = 'access:audience';

/** Declares the audience of an endpoint. Without it a resolver or route is for members. */
export const For = (...audiences: [EndpointAudience, ...EndpointAudience[]]) =>
  SetMetadata(AUDIENCE, audiences);

/** The viewer of this request: `Viewer.nobody()` without a session at an endpoint for anyone. */
export const CurrentViewer = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Viewer => requestOf(context).viewer!,
);
