import type { Editor, Role } from './store.ts';

/** A person with a role on a site. */
export interface Member {
  editorId: number;
  name: string;
  role: Role;
  /** Whether the role comes with a group at the agency's provider. */
  byGroup: boolean;
}

/** Who may do what, and who is who at the agency's OpenID provider. */
export interface People {
  findEditor(editorId: number): Promise<Editor | null>;
  /** @param subject issuer and subject at the provider, as one text */
  findEditorBySubject(subject: string): Promise<Editor | null>;
  /**
   * Ties an editor to a person at the provider.
   * @returns false when the editor is tied to another one; nothing was changed
   */
  linkSubject(editorId: number, subject: string): Promise<boolean>;
  /** The people of a site by name. */
  listMembers(siteId: number): Promise<Member[]>;
  /**
   * Gives a role by hand.
   * @returns false when the site would be left without an administrator; nothing was changed
   */
  setRole(editorId: number, siteId: number, role: Role): Promise<boolean>;
  /** Takes a role away; returns false as `setRole` does. */
  removeRole(editorId: number, siteId: number): Promise<boolean>;
  /** Replaces the roles that groups gave. A role given by hand stays as it is. */
  setGroupRoles(editorId: number, roles: ReadonlyMap<number, Role>): Promise<void>;
}
