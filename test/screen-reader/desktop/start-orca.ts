import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Processes, Running } from './processes.ts';

/** The Python module that takes the place of a voice. */
const voice = 'written_speech';

/**
 * What is changed of Orca's settings. Everything that is not about the page is off:
 * the keys that are pressed, braille, sounds, and reading a whole page unasked.
 */
const settings = {
  speechServerFactory: voice,
  enableKeyEcho: false,
  enableEchoByCharacter: false,
  enableEchoByWord: false,
  enableEchoBySentence: false,
  enableBraille: false,
  enableBrailleMonitor: false,
  enableSound: false,
  presentToolTips: false,
  sayAllOnLoad: false,
  pageSummaryOnLoad: false,
};

/**
 * Starts Orca, as its users have it but for the settings above.
 * @param speechFile where what it says is written
 */
export async function startOrca(
  folder: string,
  speechFile: string,
  environment: Record<string, string>,
  processes: Processes,
): Promise<Running> {
  const preferences = join(folder, 'orca');
  await mkdir(preferences);
  await copyFile(join(import.meta.dirname, `${voice}.py`), join(preferences, `${voice}.py`));
  const empty = { pronunciations: {}, keybindings: {} };
  const file = {
    general: settings,
    profiles: { default: { profile: ['Default', 'default'], ...empty } },
    ...empty,
  };
  await writeFile(join(preferences, 'user-settings.conf'), JSON.stringify(file));
  return processes.start({
    name: 'orca',
    command: '/usr/bin/python3',
    words: ['/usr/bin/orca', '--user-prefs', preferences],
    environment: { ...environment, GENSVAR_SPEECH_FILE: speechFile },
    endsAtOnce: true,
  });
}
