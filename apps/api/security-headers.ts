import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import type { Config } from '#kernel/config.js';

const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  // In `img-src` and `media-src`, `blob:` allows files that the page itself fetched. It allows no other host.
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ['blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
};

/** Returns the default headers of every response. They are constant, so helmet runs only once. */
export function securityHeaders({ isSecure }: Pick<Config, 'isSecure'>): Record<string, string> {
  const headers: Record<string, string> = {
    'permissions-policy': 'camera=(), geolocation=(), microphone=(self), browsing-topics=()',
  };
  const write = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...POLICY, ...(isSecure && { 'upgrade-insecure-requests': [] }) },
    },
    strictTransportSecurity: isSecure && { maxAge: 63_072_000, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: true,
    xFrameOptions: { action: 'deny' },
  });
  const paper = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  write({} as IncomingMessage, paper as unknown as ServerResponse, (fault) => {
    if (fault) throw fault;
  });
  return headers;
}
