/** Leaves a test out, and says why where the run tells its name. */
function skipBecause(context: Mocha.Context, reason: string): never {
  const test = context.currentTest ?? context.test;
  if (test) test.title += ` (not run: ${reason})`;
  return context.skip();
}

/** Leaves a test out where the browser does not measure how much the page moves. */
export function skipUnlessMeasuresShifts(context: Mocha.Context): void {
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
  skipBecause(context, 'this browser does not measure how much moves');
}

/** Leaves a test out where the browser cannot be told to do as it asks. */
export function skipUnlessMatches(context: Mocha.Context, query: string): void {
  if (!matchMedia(query).matches) skipBecause(context, `this browser cannot emulate ${query}`);
}
