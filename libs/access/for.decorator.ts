import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { EndpointAudience, Viewer } from '#policy/viewer.js';
import { httpRequestOf } from './http-request.js';

export const AUDIENCE_METADATA_KEY = 'access:audience';

/** Declares the audience of an endpoint. A resolver or route without this decorator is for members. */
export const For = (...audiences: [EndpointAudience, ...EndpointAudience[]]) =>
  SetMetadata(AUDIENCE_METADATA_KEY, audiences);

/** The viewer of this request: `Viewer.nobody()` without a session at an endpoint for anyone. */
export const CurrentViewer = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Viewer => httpRequestOf(context).viewer!,
);
