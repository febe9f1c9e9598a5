import { sql, type RawBuilder } from 'kysely';

/** The standard normal deviate that leaves 2.5 % in each tail, and its square. */
const z = 1.959963984540054;
const zz = z * z;

/** With fewer answers than this a page is never ranked. */
const leastForAttention = 10;

/** A page needs attention when at least so large a share, by its interval's lower end, said no. */
const leastShareForAttention = 0.25;

/**
 * How much a page needs attention: the lower end of the 95 % Wilson interval of the share
 * that said no, times the square root of the number of answers. The lower end makes few
 * answers weigh little. The root lets many visitors weigh more, and still not so much that
 * a large page where few say no hides a small one that fails most of its visitors.
 * 0 for a page that does not need attention. The same arithmetic as `wilsonInterval`.
 * @param answers how many answered, and @param no how many of them said no
 */
export function needOf(answers: RawBuilder<number>, no: RawBuilder<number>): RawBuilder<number> {
  const n = sql`cast(${answers} as double precision)`;
  const share = sql`(${no} / ${n})`;
  const lower = sql`((${share} + ${sql.lit(zz / 2)} / ${n} - ${sql.lit(z)}
    * sqrt((${share} * (1 - ${share}) + ${sql.lit(zz / 4)} / ${n}) / ${n}))
    / (1 + ${sql.lit(zz)} / ${n}))`;
  return sql<number>`case
    when ${answers} < ${sql.lit(leastForAttention)} then 0
    when ${lower} < ${sql.lit(leastShareForAttention)} then 0
    else ${lower} * sqrt(${n}) end`;
}
