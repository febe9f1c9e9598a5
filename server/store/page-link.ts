/**
 * The address by which people are led to a page. Pages are counted by addresses without a
 * slash at the end; some websites have no page there, or send their visitors on.
 * @param address a canonical address
 * @param endsWithSlash whether the site's own addresses end with a slash
 */
export function pageLink(address: string, endsWithSlash: boolean): string {
  if (!endsWithSlash) return address;
  const [path = '', ...query] = address.split('?');
  // A file has no slash after its name.
  const isFile = /\/[^/]*\.[a-z]\w*$/i.test(new URL(path).pathname);
  if (path.endsWith('/') || isFile) return address;
  return [`${path}/`, ...query].join('?');
}
