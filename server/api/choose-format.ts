import { ProblemError } from '../http/problem.ts';

interface Wish {
  type: string;
  weight: number;
}

/**
 * The format that a client likes best, by its `Accept` (RFC 9110, 12.5.1).
 * @param offers formats that can be given, the usual one first
 * @throws ProblemError when none of them is accepted
 */
export function chooseFormat<Offer extends string>(
  accept: string | undefined,
  offers: readonly [Offer, ...Offer[]],
): Offer {
  if (accept === undefined || accept.trim() === '') return offers[0];
  const wishes = accept.toLowerCase().split(',').map(readWish);
  const weighed = offers.map((offer) => ({ offer, weight: weightOf(offer, wishes) }));
  const best = weighed.reduce((one, other) => (other.weight > one.weight ? other : one));
  if (best.weight > 0) return best.offer;
  throw new ProblemError('not-acceptable', `This can be given as ${offers.join(' or ')}.`);
}

function readWish(item: string): Wish {
  const [type = '', ...parameters] = item.split(';').map((part) => part.trim());
  const weight = parameters.map((part) => /^q\s*=\s*([\d.]+)$/.exec(part)?.[1]).find(Boolean);
  return { type, weight: weight === undefined ? 1 : Number(weight) };
}

/** The most exact wish decides: `text/csv;q=0` refuses it even beside a star. */
function weightOf(offer: string, wishes: Wish[]): number {
  const [group = ''] = offer.split('/');
  for (const type of [offer, `${group}/*`, '*/*']) {
    const wish = wishes.find((known) => known.type === type);
    if (wish) return wish.weight;
  }
  return 0;
}
