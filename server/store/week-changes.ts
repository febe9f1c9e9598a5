/** Answers of a page in a week, beside those of the weeks before. */
export interface WeekChange {
  page: {
    id: number;
    siteId: number;
    title: string | null;
    address: string;
    language: string | null;
  };
  week: WeekAnswers;
  before: WeekAnswers;
}

/** How many answered, and how many of them said yes. */
export interface WeekAnswers {
  yes: number;
  total: number;
}

export interface WeekQuestion {
  siteId: number;
  /** First and last day of the week, such as `2026-11-16`; the last may be still to come. */
  week: { from: string; to: string };
  /** The first day that it is compared with; the last is the day before the week. */
  since: string;
  /** Pages with fewer answers in the week are left out. */
  least: number;
}

/** Pages that had enough answers in a week to compare it with the weeks before. */
export interface WeekChanges {
  listWeekChanges(question: WeekQuestion): Promise<WeekChange[]>;
}
