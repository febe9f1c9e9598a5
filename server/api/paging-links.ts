import type { Slice } from '../store/store.ts';

export interface AskedPart {
  limit: number;
  page: number;
}

export const sliceOf = ({ limit, page }: AskedPart): Slice => ({
  limit,
  offset: (page - 1) * limit,
});

/**
 * The `Link` header of a part of a list (RFC 8288): where the parts before and after are.
 * @param address the request's own address, as browsers reach it
 * @returns undefined when there is only this part
 */
export function pagingLinks(
  address: URL,
  { limit, page }: AskedPart,
  total: number,
): string | undefined {
  const parts = Math.max(1, Math.ceil(total / limit));
  const link = (to: number, relation: string) => {
    const target = new URL(address);
    target.searchParams.set('page', String(to));
    return `<${target.href}>; rel="${relation}"`;
  };
  const links = [
    // Beyond the end, the way back leads to the last part that has something in it.
    ...(page > 1 ? [link(Math.min(page - 1, parts), 'prev')] : []),
    ...(page < parts ? [link(page + 1, 'next')] : []),
  ];
  return links.length > 0 ? links.join(', ') : undefined;
}
