/** A counsellor's own name, as far as the account's address tells it. */

// Names that are everyday words, and accounts that are nobody's name: they would be found in half of all messages.
const EVERYDAY =
  /^(hans|per|jan|den|dag|maj|mark|liv|sol|ask|sten|lykke|rose|bror|storm|falk|gro|ren|max|mand|lang|brun|hvid|sort|skov|dal|bjerg|holm|vinter|winter|sommer|jul|fredag|bang|kold|have|vind|glad|due|stor|ung|unge)$/;
const NOBODYS =
  /^(chat|info|kontakt|post|mail|kommune|r(å|aa)dgiver|rådgivning|ungdom|admin|team|vagt|støtte|hjælp|test)$/;
// An address has no Danish letters: Søren is soeren, or soren.
const LETTERS = [{ æ: 'ae', ø: 'oe', å: 'aa' }, { æ: 'a', ø: 'o', å: 'a' }];
const WORDS = /\p{L}+/gu;
const SIGNED = /\b(?:mvh|hilsen|hilsner|kh|knus)[,:.]?\s+(?:fra\s+)?(?!Rådgiv|Lyttepunkt|Chat|Os\b)\p{Lu}\p{Ll}+/u;

/** Returns a rule that finds the name of whoever has this account, and any name that a message is signed with. */
export function ownName(email) {
  const names = new Set((email.split('@')[0].toLowerCase().match(WORDS) ?? []).filter(isTelling));
  const isOwn = (word) => [word, word.replace(/s$/, '')].flatMap(spellings).some((spelt) => names.has(spelt));
  return (text) => [...text.matchAll(WORDS)].find(([word]) => isOwn(word.toLowerCase())) ?? text.match(SIGNED);
}

function isTelling(name) {
  return name.length > 2 && !EVERYDAY.test(name) && !NOBODYS.test(name);
}

function spellings(word) {
  return [word, ...LETTERS.map((letters) => word.replace(/[æøå]/g, (letter) => letters[letter]))];
}
