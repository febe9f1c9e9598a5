/** Walks each example of the page into its state, then marks the page as ready. */
import { walk, type Prompt } from './walk.ts';

const mark = (states: 'ready' | 'failed') => {
  document.documentElement.dataset['states'] = states;
};

await customElements.whenDefined('page-feedback');

const prompts = [...document.querySelectorAll<Prompt>('page-feedback[data-steps]')];
try {
  // One at a time: that the network is gone is told to the whole page.
  for (const prompt of prompts) await walk(prompt);
  mark('ready');
} catch (error) {
  mark('failed');
  throw error;
}
