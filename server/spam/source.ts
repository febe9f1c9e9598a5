import { createHmac, hash } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * Makes the function that turns a network address into a name that stands for it, in
 * memory only. The name is a hash with a key of this installation and this day: it
 * cannot be turned back, and tomorrow the same address has another. The key simply comes
 * first: an HMAC keeps others from making names that fit, but nobody is ever shown one.
 * @param secret 32 random bytes of this installation
 */
export function createSourceNames(secret: Uint8Array) {
  let day = Number.NaN;
  let key = '';
  return (address: string, now: Date): string => {
    const today = Math.floor(now.getTime() / aDay);
    if (today !== day) {
      day = today;
      key = createHmac('sha256', secret).update(`sources ${day}`).digest('hex');
    }
    return hash('sha256', key + network(address), 'base64url').slice(0, 16);
  };
}

const aDay = 24 * 60 * 60 * 1000;

/** One subscriber has a whole network of IPv6 addresses (a /64) to choose from. */
function network(address: string): string {
  // Most are IPv4, which needs no closer look.
  if (!address.includes(':')) return address;
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * The address a request came from.
 * @param peer the address at the other end of the connection
 * @param forwardedFor the `X-Forwarded-For` header, to which each proxy adds whom it heard
 * @param proxyHops how many proxies of the operator's own stand before the service
 * @returns undefined when fewer addresses are told than there are proxies
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | null | undefined,
  proxyHops: number,
): string | undefined {
  if (proxyHops === 0) return peer;
  // Only what the operator's own proxies have added can be trusted: they write last.
  const address = (forwardedFor ?? '').split(',').at(-proxyHops)?.trim();
  return address === '' ? undefined : address;
}
