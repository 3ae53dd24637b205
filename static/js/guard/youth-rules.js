/** What tells who a young person is. */

import { cprNumber, phoneNumber } from './numbers.js';

// What follows is a name, unless it is one of the others.
const SAID = /(hvad |what )?\b(?:jeg he(?:dd?|t)er|hedder jeg|mit (?:\p{L}+ )?navn er|i(?: a|['’]?)m called|my (?:\p{L}+ )?name(?: i|['’]?)s)(?: altså| bare)?[ :]+(\p{L}+)/giu;
const NO_NAME = /^(?:ikke|noget|intet|de[nt]|som|så|hvad|jo|og|men|eller|for|når|i|på|til|at|om|er|lige.*|hemmelig.*|privat|aldrig|not|no|e[nt]|an?|the|something|private|secret|and|or|but|stupid)$/iu;

const STREET = /(?:\p{L}{2,40}(?:vej|gade|stræde|vænge|park|toft|vang|torv)(?:e?[nt])?|\p{L}{3,40}alle|\p{L}{1,40} ?(?:allé|boulevard)) (?:nr\.? )?\d{1,3} ?\p{L}?(?![\p{L}\d]| ?(?:gang|time|dag|uge|år|min|km|kr|måned|meter))/iu;
// Some postal codes could be years.
const TOWN = /\b(?:(?!19|20[0-3])[1-9]\d{3}|[12]\d{3}(?= (?:Kø|Kb|Fr))) [A-ZÆØÅ]\p{L}+/gu;

const EMAIL = /[^\s@:,;()]{1,64}@(?:[\p{L}\d-]{1,63}\.)+\p{L}{2,}/u;

/** Finds the first place where somebody says what they are called, as a match, or nothing. */
export function introduction(text) {
  return [...text.matchAll(SAID)].find(([, asked, name]) => !asked && !NO_NAME.test(name));
}

/** Finds the first street with a house number, or postal code with its town; what begins like a `known` number is neither. */
export function streetAddress(text, known = []) {
  return text.match(STREET) ?? [...text.matchAll(TOWN)].find(([town]) => !known.includes(town.slice(0, 4)));
}

/** Finds the first e-mail address. */
export function emailAddress(text) {
  return text.match(EMAIL);
}

/** Returns the rules by kind; what tells most comes first. `known` are the digits of numbers that the page itself shows. */
export function youthRules(known) {
  return {
    cpr: cprNumber,
    address: (text) => streetAddress(text, known),
    phone: (text) => phoneNumber(text, known),
    email: emailAddress,
    name: introduction,
  };
}
