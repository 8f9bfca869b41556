import { groups, type Variable } from './variable';
import { variables } from './variables';

const BEGIN = '<!-- configuration: generated, do not edit -->';
// The formatter would align the columns.
const KEEP = '<!-- prettier-ignore-start -->';
const KEPT = '<!-- prettier-ignore-end -->';
const END = '<!-- /configuration -->';

/** The README's configuration tables, a group each, in Markdown. */
export function configurationTable(): string {
  const rows = Object.entries<Variable<unknown>>(variables);
  return groups
    .map((group) => {
      const own = rows.filter(([, variable]) => variable.group === group);
      return [`**${group}**`, '', '| variable | default | |', '| --- | --- | --- |', ...own.map(row)].join('\n');
    })
    .join('\n\n');
}

function row([name, variable]: [string, Variable<unknown>]): string {
  const fallback = variable.default === undefined ? '' : `\`${variable.default}\``;
  const secret = variable.sensitive ? ' Secret: never printed.' : '';
  const takes = ['text', 'a path'].includes(variable.takes) ? '' : ` Takes ${variable.takes}.`;
  return `| \`${name}\` | ${fallback} | ${variable.about}${takes}${secret} |`;
}

/**
 * A README with the tables of today between its two markers; one that is up to date comes back unchanged.
 * @throws Error when the markers are missing
 */
export function withConfigurationTable(readme: string): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`the README needs the lines ${BEGIN} and ${END}`);
  return `${readme.slice(0, begin)}${BEGIN}\n${KEEP}\n\n${configurationTable()}\n\n${KEPT}\n${readme.slice(end)}`;
}
