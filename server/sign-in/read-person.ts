import type { Role } from '../store/store.ts';
import type { Identity } from './provider.ts';
import type { GroupRole, ProviderSettings } from './provider-settings.ts';
import { SignInFault } from './sign-in-fault.ts';

/** What the service wants to know of somebody who has signed in at the provider. */
export interface Person {
  subject: string;
  /** The name that an editor is invited by; undefined when the provider tells none. */
  name: string | undefined;
  /** What the person's groups give. */
  roles: GroupRole[];
}

/**
 * Reads the claims.
 * @throws SignInFault when the name is an e-mail address that the provider does not vouch for
 */
export function readPerson({ subject, claims }: Identity, settings: ProviderSettings): Person {
  const claim = claims[settings.nameClaim];
  const name = typeof claim === 'string' && claim.trim() ? claim.trim() : undefined;
  // Whoever may write any address into their profile could be anybody.
  if (name !== undefined && settings.nameClaim === 'email' && claims['email_verified'] !== true) {
    throw new SignInFault('unverified');
  }
  const groups = [claims[settings.groupsClaim]].flat();
  return {
    subject,
    name,
    roles: settings.groups.filter(({ group }) => groups.includes(group)),
  };
}

const ranks: Record<Role, number> = { reader: 1, editor: 2, administrator: 3 };

/** The highest role for each site key. */
export function highestRoles(roles: GroupRole[]): Map<string, Role> {
  const highest = new Map<string, Role>();
  for (const { siteKey, role } of roles) {
    const known = highest.get(siteKey);
    if (!known || ranks[role] > ranks[known]) highest.set(siteKey, role);
  }
  return highest;
}
