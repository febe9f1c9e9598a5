import { z } from 'zod';

/** The origin of any address of a website. */
const originSchema = z
  .string()
  .trim()
  .transform((text, context) => {
    const url = URL.parse(text);
    if (url && /^https?:$/.test(url.protocol)) return url.origin;
    context.addIssue('An origin is an address such as https://www.example.se');
    return z.NEVER;
  });

const distinct = (values: string[]) => [...new Set(values)];

/** What a site is: the form of the review and the commands check it by the same rules. */
export const siteSchema = z.object({
  /** What editors read. */
  name: z.string().trim().min(1).max(200),
  origins: z.array(originSchema).min(1, 'Give at least one --origin.').max(50).transform(distinct),
  foldWww: z.boolean(),
  queryParameters: z
    .array(
      z
        .string()
        .trim()
        .regex(/^[^\s&=#?]{1,100}$/, 'A query parameter is a name such as id'),
    )
    .max(50)
    .transform(distinct),
  allowedNumbers: z
    .array(
      z
        .string()
        .trim()
        .regex(/^(?=.*\d)[^,\n]{1,40}$/, 'A number holds a digit, and no comma'),
    )
    .max(200)
    .transform(distinct),
});

/** The short name of a site in commands and addresses. */
export const siteKeySchema = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,39}$/,
    'The key is lower-case letters, digits and hyphens, at most 40.',
  );

/**
 * An origin that belongs to one site cannot belong to another.
 * @returns the first that is taken
 */
export const takenOrigin = (
  origins: string[],
  others: { origins: string[] }[],
): string | undefined =>
  origins.find((origin) => others.some((other) => other.origins.includes(origin)));
