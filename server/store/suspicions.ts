/** A response that is only now seen to be a robot's. */
export interface Suspicion {
  siteId: number;
  /** The visitor's key, as it was sent. */
  key: string;
  /** The names of the layers that suspect it. */
  suspicion: string;
}

export interface Suspicions {
  /**
   * Leaves responses that are stored already out of the score, and says why. Those that
   * are left out, or are too old to be found by their key, stay as they are.
   */
  suspectStored(suspicions: Suspicion[]): Promise<void>;
}
