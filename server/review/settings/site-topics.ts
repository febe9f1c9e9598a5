import { z } from 'zod';
import { layerNames } from '../../spam/layer-names.ts';
import { siteSchema } from '../../store/site-schema.ts';
import { promptSchema, settingsSchema } from '../../store/site-settings.ts';
import { check, isChecked, linesIn, textIn } from './parse-values.ts';
import type { Field, Topic } from './topic.ts';

const checked = (isOn: boolean): string[] => (isOn ? ['yes'] : []);

const siteTopic: Topic = {
  name: 'site',
  fields({ words: { settingsFields } }) {
    const { name, origins, foldWww, endsWithSlash, queryParameters, allowedNumbers } =
      settingsFields;
    return [
      { name: 'name', kind: 'text', ...name },
      { name: 'origins', kind: 'lines', ...origins },
      { name: 'foldWww', kind: 'check', ...foldWww },
      { name: 'endsWithSlash', kind: 'check', ...endsWithSlash },
      { name: 'queryParameters', kind: 'lines', ...queryParameters },
      { name: 'allowedNumbers', kind: 'lines', ...allowedNumbers },
    ];
  },
  read: (site) => ({
    name: [site.name],
    origins: site.origins,
    foldWww: checked(site.foldWww),
    endsWithSlash: checked(site.settings.endsWithSlash),
    queryParameters: site.queryParameters,
    allowedNumbers: site.allowedNumbers,
  }),
  parse(site, values) {
    const result = check(siteSchema, {
      name: textIn(values, 'name') ?? '',
      origins: linesIn(values, 'origins'),
      foldWww: isChecked(values, 'foldWww'),
      queryParameters: linesIn(values, 'queryParameters'),
      allowedNumbers: linesIn(values, 'allowedNumbers'),
    });
    if ('faults' in result) return result;
    const endsWithSlash = isChecked(values, 'endsWithSlash');
    return { site: { ...site, ...result.data, settings: { ...site.settings, endsWithSlash } } };
  },
};

/** A topic whose fields are settings of their own names. */
function settingsTopic(
  name: Topic['name'],
  parts: Pick<Topic, 'fields' | 'read'> & {
    draft: (values: Parameters<Topic['parse']>[1]) => object;
  },
): Topic {
  const { fields, read, draft } = parts;
  return {
    name,
    fields,
    read,
    parse(site, values) {
      const result = check(settingsSchema, { ...site.settings, ...draft(values) });
      return 'faults' in result ? result : { site: { ...site, settings: result.data } };
    },
  };
}

const retentionTopic = settingsTopic('retention', {
  fields: ({ words }) => [
    { name: 'retentionMonths', kind: 'number', ...words.settingsFields.retentionMonths },
  ],
  read: ({ settings }) => ({ retentionMonths: [String(settings.retentionMonths)] }),
  draft: (values) => ({ retentionMonths: wholeNumber(textIn(values, 'retentionMonths')) }),
});

/** Not what `Number` takes besides: `1e1` and `0x1` are slips. */
const wholeNumber = (text: string | undefined) =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;

const openDataTopic = settingsTopic('open-data', {
  fields: ({ words }) => [{ name: 'openData', kind: 'check', ...words.settingsFields.openData }],
  read: ({ settings }) => ({ openData: checked(settings.openData) }),
  draft: (values) => ({ openData: isChecked(values, 'openData') }),
});

const digestTopic = settingsTopic('digest', {
  fields: ({ words }) => [{ name: 'digest', kind: 'check', ...words.settingsFields.digest }],
  read: ({ settings }) => ({ digest: checked(settings.digest) }),
  draft: (values) => ({ digest: isChecked(values, 'digest') }),
});

const spamTopic = settingsTopic('spam', {
  fields({ words: { settings, settingsFields } }): Field[] {
    const options = layerNames.map((value) => ({ value, label: settings.layers[value] }));
    return [
      { name: 'layersOn', kind: 'choices', options, ...settingsFields.layersOn },
      { name: 'unwantedWords', kind: 'lines', ...settingsFields.unwantedWords },
    ];
  },
  read: ({ settings }) => ({
    layersOn: layerNames.filter((layer) => !settings.spamLayersOff.includes(layer)),
    unwantedWords: settings.unwantedWords,
  }),
  draft: (values) => ({
    spamLayersOff: layerNames.filter((layer) => !(values['layersOn'] ?? []).includes(layer)),
    unwantedWords: linesIn(values, 'unwantedWords'),
  }),
});

const offSchema = z.object({ offPaths: promptSchema.shape.offPaths });

const offTopic: Topic = {
  name: 'off',
  fields: ({ words }) => [{ name: 'offPaths', kind: 'lines', ...words.settingsFields.offPaths }],
  // Written as people read them; addresses encode what is not plain.
  read: ({ settings }) => ({ offPaths: settings.prompt.offPaths.map(readable) }),
  parse(site, values) {
    const result = check(offSchema, { offPaths: linesIn(values, 'offPaths') });
    if ('faults' in result) return result;
    const offPaths = [...new Set(result.data.offPaths)];
    const prompt = { ...site.settings.prompt, offPaths };
    return { site: { ...site, settings: { ...site.settings, prompt } } };
  },
};

function readable(path: string): string {
  try {
    const text = decodeURI(path);
    return /\s/.test(text) ? path : text;
  } catch {
    return path;
  }
}

export const siteTopics = {
  siteTopic,
  offTopic,
  retentionTopic,
  digestTopic,
  openDataTopic,
  spamTopic,
};
