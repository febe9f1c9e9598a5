import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * Pages of any of these sections. A section is an address without a slash at its end: the
 * page there, and all below it, but not `/stod-2` for `/stod`.
 */
export const anySection = (
  page: ExpressionBuilder<Tables, 'page'>,
  sections: string[],
): Expression<SqlBool> =>
  page.or(
    sections.flatMap((section) => [
      page('page.address', '=', section),
      // The character after the slash is the digit 0: between them lies all below the section.
      page.and([
        page('page.address', '>=', `${section}/`),
        page('page.address', '<', `${section}0`),
      ]),
    ]),
  );
