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

/** Whether a host is this machine or on a network that is not public: by its address, or by a name without a dot. */
function isPrivate(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, '');
  const version = isIP(address);
  if (version === 0) return !host.includes('.');
  return PRIVATE.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/**
 * How a mail server is reached. `smtps:` speaks TLS from the beginning; with `smtp:` nothing is sent before STARTTLS, unless
 * the host is private. What a server does not answer in time fails, so that the job which sends is tried again.
 */
export function smtpOptions(url: string, { smtpTimeoutMs: ms }: Config): SMTPTransport.Options {
  return {
    url,
    requireTLS: !isPrivate(new URL(url).hostname),
    ...{ dnsTimeout: ms, connectionTimeout: ms, greetingTimeout: ms, socketTimeout: ms },
  };
}
