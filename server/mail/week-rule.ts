import { deviate95, wilsonInterval } from '../numbers/wilson-interval.ts';
import type { WeekAnswers } from '../store/week-changes.ts';

/** With fewer answers than this a week says nothing. */
export const leastInWeek = 20;

/** With fewer answers than this the weeks before say nothing. */
const leastBefore = 10;

/** How many weeks a week is compared with. */
export const weeksBefore = 8;

/**
 * The standard normal deviate of a 99.9 % interval. A week that is still under way is looked
 * at again and again as answers come in: with 95 % one usual week in five would be warned of.
 */
export const deviateForMany = 3.290526731491926;

/**
 * Whether a week is clearly better or worse than the weeks before it. Its share of yes must
 * lie outside the 95 % interval of the weeks before. That alone would warn of every busy
 * page, whose interval is so narrow that a usual week falls outside it: so the interval of
 * the week itself must not reach the share of the weeks before either.
 * @param deviate how sure the week's own interval is; for one that is looked at often, more
 * @returns null when it cannot be told
 */
export function judgeWeek(
  week: WeekAnswers,
  before: WeekAnswers,
  deviate = deviate95,
): 'better' | 'worse' | null {
  if (week.total < leastInWeek || before.total < leastBefore) return null;
  const [share, usual] = [week.yes / week.total, before.yes / before.total];
  const ofWeek = wilsonInterval(week.yes, week.total, deviate);
  const ofBefore = wilsonInterval(before.yes, before.total);
  if (share < ofBefore.lower && ofWeek.upper < usual) return 'worse';
  if (share > ofBefore.upper && ofWeek.lower > usual) return 'better';
  return null;
}
