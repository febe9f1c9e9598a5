/** Directives of a Content Security Policy with their sources, in writing order. */
export type Policy = Record<string, string>;

/** Reads the policy in a header line as a guide shows it: `Content-Security-Policy: …`. */
export function readPolicy(line: string): Policy {
  const text = line.trim().replace(/^Content-Security-Policy:\s*/i, '');
  return Object.fromEntries(
    text
      .split(';')
      .map((directive) => directive.trim().split(/\s(.*)/s))
      .map(([name = '', sources = '']) => [name, sources]),
  );
}

/** The header for a page that allows nothing but what the policy names. */
export function policyHeader(policy: Policy): Record<string, string> {
  const directives = Object.entries({ 'default-src': "'none'", ...policy });
  return {
    'content-security-policy': directives.map(([name, sources]) => `${name} ${sources}`).join('; '),
  };
}
