/** What the young person's guard finds in the corpus, as docs/self-disclosure-guard.md shows it; run it to print the tables. */

import { pathToFileURL } from 'node:url';

import { cprNumber } from '../../../static/js/guard/numbers.js';
import { youthRules } from '../../../static/js/guard/youth-rules.js';
import { corpus, YEAR } from './corpus.js';
import { HELP_LINES } from './help-lines.js';

export const SEED = 4;

const RULES = { ...youthRules(HELP_LINES), cpr: (text) => cprNumber(text, YEAR) };
const KINDS = { cpr: 'CPR number', phone: 'telephone', email: 'e-mail', name: 'name', address: 'address' };

/** Returns each sentence with the kinds that are found in it. */
export function examined(seed = SEED) {
  return corpus(seed).map((one) => ({ ...one, found: Object.keys(KINDS).filter((kind) => RULES[kind](one.text)) }));
}

/** Returns precision and recall of one rule over all sentences. */
export function quality(sentences, kind) {
  const there = sentences.filter((one) => one.kind === kind);
  const found = sentences.filter((one) => one.found.includes(kind));
  const right = found.filter((one) => one.kind === kind).length;
  return { there: there.length, found: found.length, right, precision: right / found.length, recall: right / there.length };
}

/** Returns both tables, in Markdown. */
export function tables() {
  const sentences = examined();
  return `${qualities(sentences)}\n\n${sorts(sentences)}`;
}

function qualities(sentences) {
  const rows = Object.entries(KINDS).map(([kind, name]) => {
    const { there, found, right, precision, recall } = quality(sentences, kind);
    return `| ${name} | ${there} | ${found} | ${right} | ${precision.toFixed(4)} | ${recall.toFixed(4)} |`;
  });
  return ['| rule | are there | found | of them right | precision | recall |', '|---|---|---|---|---|---|', ...rows].join('\n');
}

function sorts(sentences) {
  const rows = Object.entries(grouped(sentences)).map(([sort, those]) => {
    const taken = those.filter(({ found }) => found.includes('cpr')).length;
    return `| ${sort} | ${those.length} | ${taken} | ${those.filter(({ found }) => found.length).length} |`;
  });
  return ['| what is written | sentences | taken for a CPR number | asked about at all |', '|---|---|---|---|', ...rows].join('\n');
}

function grouped(sentences) {
  const groups = {};
  for (const one of sentences) (groups[one.sort] ??= []).push(one);
  return groups;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(tables());
