import type { By } from './moderation.ts';

/** A page as far as its address and its successor go. */
export interface PagePlace {
  id: number;
  siteId: number;
  address: string;
  /** The page to which its answers belong; null when it stands for itself. */
  mergedInto: number | null;
}

/** Which page gives its answers to which address of the same site. */
export interface WantedMerge {
  siteId: number;
  pageId: number;
  /** The successor's canonical address; a page is made of it where there is none. */
  into: string;
}

/**
 * What became of a wish to merge: `same` when page and successor are one, `merged` when
 * either of them has given its answers away already, so that no chain and no circle comes about.
 */
export type MergeOutcome =
  { kind: 'begun'; into: number } | { kind: 'same' | 'merged' | 'unknown' };

/**
 * A page that has moved gives its answers to its successor. From the beginning of a merge
 * new answers to the old address count for the successor; those that are stored follow in
 * steps, each of which leaves all counts right, so that nothing has to wait for them all.
 */
export interface PageMerges {
  findPlace(pageId: number): Promise<PagePlace | null>;
  findPlaceAt(siteId: number, address: string): Promise<PagePlace | null>;
  /** Begins a merge and audits it. It cannot be undone. */
  beginMerge(merge: WantedMerge, by: By): Promise<MergeOutcome>;
  /**
   * Moves stored answers of a merged page to its successor, the oldest first.
   * @param most how many at the most, so that answers coming in do not wait long
   * @returns how many were moved; none when all are
   */
  moveMerged(pageId: number, most: number): Promise<number>;
  /** Merged pages whose answers have not all been moved: what an interrupt has left. */
  listUnfinishedMerges(): Promise<number[]>;
}
