/** What the spam layers see of a response. It is never stored, and forgotten within a day. */
export interface Sighting {
  /** The visitor's key, or a name for it: the same one again is the same visitor, not another. */
  key: string;
  siteId: number;
  /** The page's canonical address, or a name for it. */
  address: string;
  /** Stands for where it came from, see `source.ts`; undefined when that is not known. */
  source: string | undefined;
  comment: string | undefined;
  /** Stands for the comment where another instance must know it again. */
  text?: string | undefined;
  /** Milliseconds from when the prompt was shown until the answer; undefined when not told. */
  elapsed: number | undefined;
  /** Whether the field that nobody sees was filled in. */
  decoy: boolean;
  /** Milliseconds since 1970. */
  at: number;
  /** Whether another instance took it in and told of it. */
  isTold?: boolean;
}

/** A response that was let through before it was known to be a robot's. */
export interface Revealed {
  siteId: number;
  key: string;
}

/** What one layer thinks of a sighting. */
export interface Judgement {
  isSuspect: boolean;
  /** Earlier responses that this one shows to be of the same robot. */
  revealed?: Revealed[];
}

/**
 * One way of telling robots from people.
 * @param unwantedWords the words that the site has listed
 */
export type Layer = (sighting: Sighting, unwantedWords: readonly string[]) => Judgement;

export const unsuspected: Judgement = { isSuspect: false };
export const suspected: Judgement = { isSuspect: true };
