import { addSiteCommand } from './add-site.ts';
import { addTokenCommand } from './add-token.ts';
import { backupCommand } from './backup.ts';
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { digestCommand } from './digest.ts';
import { exportCommand } from './export.ts';
import { inviteEditorCommand } from './invite-editor.ts';
import { mergePagesCommand } from './merge-pages.ts';
import { moveDatabaseCommand } from './move-database.ts';
import { listEditorsCommand } from './list-editors.ts';
import { listTokensCommand } from './list-tokens.ts';
import { rebuildCountsCommand } from './rebuild-counts.ts';
import { removeEditorCommand } from './remove-editor.ts';
import { retentionCommand } from './retention.ts';
import { revokeTokenCommand } from './revoke-token.ts';
import { serveCommand } from './serve.ts';
import { setSiteCommand } from './set-site.ts';

/** Every command, in the order of the usage text. */
const commands: Command[] = [
  serveCommand,
  addSiteCommand,
  setSiteCommand,
  mergePagesCommand,
  inviteEditorCommand,
  listEditorsCommand,
  removeEditorCommand,
  checkCommand,
  rebuildCountsCommand,
  retentionCommand,
  digestCommand,
  backupCommand,
  exportCommand,
  moveDatabaseCommand,
  addTokenCommand,
  listTokensCommand,
  revokeTokenCommand,
];

export const usage = `gensvar: page feedback for public websites

${commands.map((command) => `  ${command.name} ${command.usage}`).join('\n')}

Configuration is read from the environment: see README.md.`;

/**
 * Finds the command that was asked for.
 * @returns the command and what is written after its name; undefined when there is none
 */
export function findCommand(words: string[]): { command: Command; args: string[] } | undefined {
  const command = commands.find(({ name }) =>
    name.split(' ').every((word, position) => words[position] === word),
  );
  return command && { command, args: words.slice(command.name.split(' ').length) };
}
