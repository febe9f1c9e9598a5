/**
 * A random UUID of version 4. `crypto.randomUUID` exists on secure pages only;
 * this works on every page (RFC 9562, section 5.4).
 */
export function randomUuid(): string {
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
    const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
    return (+digit ^ (random & (15 >> (+digit / 4)))).toString(16);
  });
}
