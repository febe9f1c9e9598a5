import { findCommand, usage } from './commands/commands.ts';
import { readConfig } from './config.ts';

async function run(words: string[]): Promise<void> {
  if (words.includes('--help')) {
    console.log(usage);
    return;
  }
  const config = readConfig(process.env);
  const found = findCommand(words);
  if (!found) throw new Error(usage);
  await found.command.run(config, found.args);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
