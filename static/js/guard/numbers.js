/** Numbers that are somebody's own: CPR numbers and telephone numbers. */

// Digits in groups, each parted by one sign. It takes whatever belongs together, so that no part of it is mistaken for the whole.
// No lookbehind anywhere in this folder: a browser that does not know it would refuse the whole page.
const RUN = /\+?\d+(?:(?: ?[-–] ?|[ ./])\d+)*/g;
// An amount, an order, an account, a part of a word or an address.
const BEFORE = /[\p{L}#@/=$€,.-]$|\b(kr|konto|ordre|faktura|booking|pakke|sags|ref|journal)\p{L}*\.?( nr\.?)?( er)?:? ?$/iu;
const AFTER = /^(?:[\p{L}@]|[,:][\d-]| ?(?:kr|dkk|€|%))/iu;

const CPR = /^\d\d([ ./-]?)\d\d\1\d\d( ?[-–]? ?)\d{4}$/;
const CALLED_CPR = /cpr|person-?n/i;

// Eight digits as they are grouped by hand. 70, 80 and 90 belong to organisations: help lines, free and paid services.
const PHONE = /^((\+|00)45[ -]?)?(\d\d([ .-]?)\d\d\4\d\d\4\d\d|\d{4}[ -]\d{4}|\d\d \d{3} \d{3}|\d{3} \d{2,3} \d{2,3})$/;
const NOBODYS = /^([01]|[789]0)|0000$/;
const TIMES = /^(20[0-2]\d(20\d\d|[01]\d[0-3]\d)|[23]\d[01]\d(19|20)\d\d)$/;

/** Finds the first CPR number of someone who can be alive, as a match, or nothing; `year` is the present one. */
export function cprNumber(text, year = new Date().getFullYear()) {
  return numbersIn(text).find(({ 0: written, digits, index }) => {
    const [, within, between = ''] = written.match(CPR) ?? [];
    const hasHyphen = between.trim();
    if (within === undefined || (within.trim() && !hasHyphen)) return false;
    const age = year - birthYear(digits);
    if (!(age >= 0 && age < 120)) return false;
    return isChecked(digits) || (hasHyphen && age > 4 && age < 31) || CALLED_CPR.test(text.slice(Math.max(0, index - 30), index));
  });
}

/** Finds the first telephone number that may be a person's; `known` are digits that everybody knows. */
export function phoneNumber(text, known = []) {
  const isNobodys = (digits) => NOBODYS.test(digits) || known.includes(digits);
  return numbersIn(text).find(({ 0: written, digits }) => PHONE.test(written) && !isNobodys(digits.slice(-8)) && !TIMES.test(digits));
}

/** Returns matches, each with its place (`index`), its writing (`[0]`) and its `digits`. */
function numbersIn(text) {
  return [...text.matchAll(RUN)].filter((run) => {
    const end = run.index + run[0].length;
    run.digits = run[0].replace(/\D/g, '');
    return !BEFORE.test(text.slice(Math.max(0, run.index - 24), run.index)) && !AFTER.test(text.slice(end, end + 4));
  });
}

/** The seventh digit tells the century. NaN when there was no such day: it would lie in another month. */
function birthYear(digits) {
  const [day, month, short] = digits.match(/\d\d/g).map(Number);
  const isLate = digits[6] % 5 === 4;
  const century = digits[6] < 4 ? 1900 : short < (isLate ? 37 : 58) ? 2000 : isLate ? 1900 : 1800;
  const date = new Date(Date.UTC(century + short, month - 1, day));
  return date.getUTCMonth() === month - 1 ? century + short : NaN;
}

/** Modulus 11 holds for all but some who were born on a 1 January: those days ran out of numbers, since 2007. */
function isChecked(digits) {
  return digits.startsWith('0101') || [...'4327654321'].reduce((sum, weight, place) => sum + weight * digits[place], 0) % 11 === 0;
}
