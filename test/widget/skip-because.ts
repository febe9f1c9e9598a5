/** Leaves a test out, and says why where the run tells its name. */
export function skipBecause(context: Mocha.Context, reason: string): never {
  const test = context.currentTest ?? context.test;
  if (test) test.title += ` (not run: ${reason})`;
  return context.skip();
}

/** Leaves a test out where the browser cannot be told to do as it asks. */
export function skipUnlessMatches(context: Mocha.Context, query: string): void {
  if (!matchMedia(query).matches) skipBecause(context, `this browser cannot emulate ${query}`);
}
