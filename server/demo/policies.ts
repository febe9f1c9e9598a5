/**
 * A policy stricter than that of the other pages: the page may fetch its script
 * and style from its own host, send answers there, and nothing else. Script may
 * write markup by Lit's own templates only. The icon that browsers ask for on
 * every page counts as an image: without its directive Firefox tells of an error.
 */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** For a page in two languages: the file of each brings Lit, which asks for the same name. */
export const twoLanguagesPolicy = `${strictPolicy} 'allow-duplicates'`;
