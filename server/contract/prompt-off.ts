/**
 * Whether the prompt is switched off at a path. The widget and the service ask the same.
 * @param path the path of a page, with or without a slash at its end
 * @param offPaths a path each: `/kontakt` is one page, `/kontakt/*` that page and all below it
 */
export function isPromptOff(path: string, offPaths: readonly string[]): boolean {
  const page = path.replace(/\/+$/, '');
  return offPaths.some((off) =>
    off.endsWith('/*') ? `${page}/`.startsWith(off.slice(0, -1)) : off === (page || '/'),
  );
}
