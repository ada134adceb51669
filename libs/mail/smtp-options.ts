import { BlockList, isIP } from 'node:net';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';
import type { Config } from '#kernel/config.js';

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');

/** Whether a host is this machine or in a private network, by its IP address or by a name without a dot. */
function isPrivate(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '');
  const version = isIP(address);
  if (version === 0) return !host.includes('.');
  return PRIVATE.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Returns the options of the SMTP transport. `smtps:` uses TLS from the start; `smtp:` requires STARTTLS unless the
 * host is private. A response that takes too long fails, so that the job is retried.
 */
export function smtpOptions(url: string, { smtpTimeoutMs: ms }: Config): SMTPTransport.Options {
  return {
    url,
    requireTLS: !isPrivate(new URL(url).hostname),
    ...{ dnsTimeout: ms, connectionTimeout: ms, greetingTimeout: ms, socketTimeout: ms },
  };
}
