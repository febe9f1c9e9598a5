/**
 * Whether a client wants brotli rather than no compression, by its
 * `Accept-Encoding` (RFC 9110, 12.5.3): `br;q=0` refuses it, `*` stands for what
 * is not named, and what is said of both decides which is better.
 */
export function choosesBrotli(acceptEncoding: string): boolean {
  const weights = new Map(acceptEncoding.toLowerCase().split(',').map(readWeight));
  const brotli = weights.get('br') ?? weights.get('*') ?? 0;
  return brotli > 0 && brotli >= (weights.get('identity') ?? 0);
}

/** `br;q=0.5` is half wished for; without a weight it is wholly wished for. */
function readWeight(item: string): [string, number] {
  const [coding = '', ...parameters] = item.split(';').map((part) => part.trim());
  const weight = parameters.map((part) => /^q\s*=\s*([\d.]+)$/.exec(part)?.[1]).find(Boolean);
  return [coding, weight === undefined ? 1 : Number(weight)];
}
