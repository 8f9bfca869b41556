import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instance } from '@viz-js/viz';
import { rolesOfAct } from '../api/acts-of-roles';
import { caseActs } from '../domain/case-acts';
import { workflowOf, type WorkflowAct, type WorkflowStep } from '../domain/workflow';
import { stepsSeen } from './workflow-seen.fixture.spec';

/** The chart of the procedure (执法流程图), drawn from the rules: `npm run workflow` draws it anew. */
export const CHART = join(__dirname, '../api/workflow.svg');

/** Who acts, and how that is shown. */
const OFFICES: readonly (readonly [role: string, name: string, colour: string, shape: string])[] = [
  ['officer', '办案人员', '#e8f1fb', 'box'],
  ['unit-lead', '办案机构负责人', '#fdf3d8', 'box'],
  ['legal-reviewer', '法制审核人员', '#e6f4e6', 'hexagon'],
  ['hearing-chair', '听证主持人', '#f1e6f7', 'hexagon'],
  ['head', '行政机关负责人', '#fbe3e0', 'octagon'],
  ['principal', '行政机关正职负责人', '#f6c9c3', 'octagon'],
];

const LAWS: readonly (readonly [RegExp, string])[] = [
  [/^APL-/, '处罚法'],
  [/^ACL-/, '强制法'],
  [/^ARL-/, '复议法'],
  [/^ALL-/, '诉讼法'],
  [/^D(?=\d)/, '国务院令'],
];
const OTHERS: Readonly<Record<string, string>> = {
  'internal control': '内部控制',
  profile: '本机关规定',
  catalogue: '违法行为目录',
  calendar: '工作日历',
};

export async function drawn(): Promise<string> {
  const viz = await instance();
  return `${centred(viz.renderString(dot(), { format: 'svg', engine: 'dot' })).trim()}\n`;
}

/** Each line stands in the middle of its node, whatever the width of its letters turns out to be. */
function centred(svg: string): string {
  return svg.replaceAll(/<g id="[^"]*" class="node">[^]*?<\/g>/g, (drawnNode) => {
    const points = /points="([^"]+)"/.exec(drawnNode)?.[1] ?? '';
    const across = points.split(' ').map((point) => Number(point.split(',')[0]));
    const middle = ((Math.min(...across) + Math.max(...across)) / 2).toFixed(2);
    return drawnNode.replaceAll(/text-anchor="\w+" x="[^"]+"/g, `text-anchor="middle" x="${middle}"`);
  });
}

function dot(): string {
  const { acts, steps } = workflowOf(caseActs, stepsSeen());
  return [
    'digraph workflow {',
    '  graph [rankdir=TB, newrank=true, nodesep=0.18, ranksep=0.36, splines=true, concentrate=false, margin=0.3,',
    '    fontname="Noto Serif SC, Noto Sans CJK SC, SimSun, serif", fontsize=26, labelloc=t, label="行政处罚执法流程图\\n "]',
    '  node [fontname="Noto Serif SC, Noto Sans CJK SC, SimSun, serif", fontsize=12, style=filled, margin="0.05,0.04", color="#5b6770"]',
    '  edge [color="#5b6770", arrowsize=0.7]',
    ...acts.map(node),
    ...edges(steps),
    ...legend(),
    '}',
  ].join('\n');
}

/** Acts that nothing rests on stand in rows of their own, so that the chart is not too wide for a wall. */
function edges(steps: readonly WorkflowStep[]): readonly string[] {
  const leadsOn = new Set(steps.map(({ from }) => from));
  const leaves = new Map<string, number>();
  return steps.map(({ from, to }) => {
    const leaf = leadsOn.has(to) ? 0 : (leaves.get(from) ?? 0);
    leaves.set(from, leaf + 1);
    return `  "${from}" -> "${to}" [minlen=${leadsOn.has(to) ? 1 : 1 + (leaf % 4)}]`;
  });
}

function node({ act, form, sources }: WorkflowAct): string {
  const office = officeOf(act);
  const lines = [...folded(form, 14), office[1], ...folded(told(sources), 20)];
  const title = folded(form, 14).length;
  const label = lines.map((line, i) => font(line, i < title ? 12 : 9)).join('<br/>');
  const width = Math.max(...lines.map((line, i) => widthOf(line, i < title ? 12 : 9))) + 0.25;
  return `  "${act}" [shape=${office[3]}, fillcolor="${office[2]}", width=${width.toFixed(2)}, label=<${label}>]`;
}

const font = (text: string, size: number): string =>
  `<font point-size="${size}"${size < 12 ? ' color="#5b6770"' : ''}>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</font>`;

/** In inches: the face is not known where the chart is drawn, so it is counted: a Chinese character is as wide as high. */
function widthOf(text: string, size: number): number {
  return ([...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.55), 0) * size) / 72;
}

function officeOf(act: string): (typeof OFFICES)[number] {
  const roles = rolesOfAct(act);
  return OFFICES.find(([role]) => roles.includes(role)) ?? OFFICES[0]!;
}

/** The articles of each law together: 处罚法44、62条. */
function told(sources: readonly string[]): string {
  const single = sources.flatMap((source) => source.split(/,\s*| to /));
  const by = new Map<string, string[]>();
  for (const source of single) {
    const law = LAWS.find(([prefix]) => prefix.test(source));
    const name = law?.[1] ?? OTHERS[source] ?? source;
    const article = law ? source.replace(law[0], '') : '';
    by.set(name, [...(by.get(name) ?? []), ...(article === '' ? [] : [article])]);
  }
  return [...by]
    .map(([name, articles]) => (articles.length > 0 ? `${name}${[...new Set(articles)].join('、')}` : name))
    .join('；');
}

function folded(text: string, most: number): readonly string[] {
  const lines: string[] = [''];
  for (const part of text.match(/[^、；]+[、；]?/g) ?? []) {
    const last = lines.at(-1)!;
    if (last !== '' && [...(last + part)].length > most) lines.push(part);
    else lines[lines.length - 1] = last + part;
  }
  return lines;
}

function legend(): readonly string[] {
  const rows = OFFICES.map(([role, name, colour, shape]) => {
    const width = (widthOf(name, 12) + 0.3).toFixed(2);
    return `    "legend ${role}" [shape=${shape}, fillcolor="${colour}", width=${width}, label="${name}"]`;
  });
  return [
    '  subgraph cluster_legend {',
    '    label="图例：由谁作出（箭头：后一行为以前一行为为前提；下列小字为依据）"; fontsize=13; labeljust=l; color="#c3c9ce"; style=rounded',
    ...rows,
    '  }',
    `  { rank=sink; ${OFFICES.map(([role]) => `"legend ${role}"`).join('; ')} }`,
  ];
}

if (require.main === module) void drawn().then((svg) => writeFileSync(CHART, svg));
