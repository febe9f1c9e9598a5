/** Notes whether something holds, and tells it apart if it does not. */
export type Check = (criterion: string, holds: boolean, what: string) => void;

/** Gathers what does not hold instead of stopping at the first, and counts what was looked at. */
export interface Checklist {
  check: Check;
  /** How often something was looked at. */
  made: () => number;
  /** What does not hold, each as `A12: …`. */
  faults: () => string[];
}

export function createChecklist(): Checklist {
  let made = 0;
  const faults: string[] = [];
  return {
    check(criterion, holds, what) {
      made += 1;
      if (!holds) faults.push(`${criterion}: ${what}`);
    },
    made: () => made,
    faults: () => faults,
  };
}
