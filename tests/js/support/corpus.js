/** Sentences as somebody may write them in the chat, drawn by chance, each with what it tells and what it is. */

import { cprDigits, shortDay, written } from './cpr-numbers.js';
import { Draw } from './draw.js';

/** The year in which the sentences are written. */
export const YEAR = 2026;

const SAID = ['{}', 'det er {}', 'hej {}', 'jeg har skrevet {} ned', 'er det {}?', 'han skrev {} til mig', '({})', 'altså {}, tror jeg', '{}.', 'min mor sagde {}, hun er sur'];
const NAMES = ['Noor', 'emma', 'Øyvind', 'Søren', 'sofie', 'Mohammed', 'Ida-Marie', 'Åse', 'William', 'fatima', 'Zoë', 'Lærke'];
const STREETS = ['Skovvej', 'nørregade', 'Ørstedsgade', 'Birkealle', 'Nørre Allé', 'Elmevænget', 'Lavendelstræde', 'Strandvejen', 'Birkeparken', 'rosengade'];
const PHONES = ['§#######', '§# ## ## ##', '+45 §# ## ## ##', '+45§#######', '§### ####', '§#-##-##-##', '0045 §#######', '§# ### ###'];
const PRICES = ['### kr', '#.### kr', '##.###,- kr', '§## kroner', '§##.###.### kr.', 'kr. §###', '§### dkk', '###,95 kr', '§####### kr'];

const saying = (draw, words, sentences = SAID) => draw.one(sentences).replace('{}', words);
const cpr = (from, to, options) => (draw) => cprSentence(draw, cprDigits(draw, draw.day(from, to), options));

function cprSentence(draw, digits) {
  return saying(draw, written(draw, digits), [...SAID, 'mit cpr er {}', 'cpr-nummer: {}', 'CPR {}', 'mit personnummer er {}', 'slå mig op, {}', 'min søsters cpr nr er {}']);
}

function date(draw) {
  const [year, month, day] = draw.day(2000, YEAR).toISOString().slice(0, 10).split('-');
  const short = year.slice(2);
  const ways = [[day, month, year], [day, month, short], [Number(day), Number(month), year]].flatMap((parts) => ['.', '-', '/', ' '].map((sign) => parts.join(sign)));
  return draw.one([...ways, `${year}-${month}-${day}`, `${day}${month}${short}`, `${day}${month}${year}`, `${year}${month}${day}`]);
}

function dated(draw) {
  const day = shortDay(draw.day(YEAR - 3, YEAR - 1));
  return `${draw.one([day, day.replace(/(..)(..)(..)/, '$3$2$1')])}-${draw.digits(4)}`;
}

/** `kind` is what a sentence tells, or null; `sort` is what it is. */
const SORTS = [
  [1200, 'cpr', 'CPR number, modulus 11 fits, aged 5–30', cpr(YEAR - 29, YEAR - 6, { fits: true })],
  [400, 'cpr', 'CPR number, modulus 11 fits, aged 31–100', cpr(YEAR - 99, YEAR - 32, { fits: true })],
  [100, 'cpr', 'CPR number, modulus 11 fits, aged 0–4', cpr(YEAR - 4, YEAR - 1, { fits: true })],
  [100, 'cpr', 'CPR number without modulus 11, born on a 1 January', (draw) => cprSentence(draw, cprDigits(draw, new Date(Date.UTC(draw.between(1960, 2012), 0, 1)), { fits: false }))],
  [100, 'cpr', 'CPR number without modulus 11, another day, aged 5–30', cpr(YEAR - 29, YEAR - 6, { fits: false })],
  [300, null, 'like one, on a day that does not exist', (draw) => cprSentence(draw, draw.one(['3002', '3104', '0013', '3213', '1400', '0007', '2913']) + draw.digits(6))],
  [300, null, 'like one, of nobody who lives now', (draw) => cprSentence(draw, cprDigits(draw, draw.one([draw.day(1859, 1899), draw.day(YEAR + 1, 2057)]), { fits: true }))],
  [300, null, 'like one, a digit too few or too many', (draw) => cprSentence(draw, shortDay(draw.day(1990, 2020)) + draw.digits(draw.one([3, 5, 6])))],
  [600, 'phone', 'telephone number', (draw) => saying(draw, draw.filled(draw.one(PHONES)), [...SAID, 'ring på {}', 'mit nummer er {}', 'min mors tlf er {}'])],
  [100, null, 'number of a help line', (draw) => saying(draw, draw.one(['112', '114', '116 111', '116111', '1888', '116 006', '70 201 201', '70201201', '70 20 12 01', '40 90 11 11']), ['jeg ringede til {}', 'er det {}?'])],
  [300, null, 'price', (draw) => saying(draw, draw.filled(draw.one(PRICES)))],
  [300, null, 'date', (draw) => saying(draw, date(draw))],
  [300, null, 'date and time', (draw) => saying(draw, date(draw) + draw.one([' ', ' kl. ', ' kl ']) + draw.filled(draw.one(['1#.30', '1#:15', '2030', '1#30'])))],
  [100, null, 'years', (draw) => saying(draw, draw.one(['2023-2024', '2024/2025', '2019 2020', '2008-2010', 'fra 2019 til 2023']))],
  [300, null, 'account number', (draw) => saying(draw, draw.filled(draw.one(['reg. #### konto ##########', '#### ##########', '####-##########', 'kontonummer: ##########', 'konto §#######'])))],
  [300, null, 'order number, called so', (draw) => saying(draw, draw.one(['ordrenummer', 'ordre nr.', 'pakke', 'fakturanr.', 'bookingnummer:']) + draw.filled(draw.one([' ##########', ' #########', ' §#######'])))],
  [600, null, 'ten digits that are anything', (draw) => saying(draw, draw.digits(10), [...SAID, 'koden er {}', 'der står {} på sedlen'])],
  [200, null, 'order or case number with its date, called so', (draw) => saying(draw, `${draw.one(['ordrenummer', 'sagsnr.', 'ref.', 'journalnummer'])} ${dated(draw)}`)],
  [100, null, 'order or case number with its date, not called anything', (draw) => saying(draw, dated(draw))],
  [200, null, 'card or bar code', (draw) => saying(draw, draw.filled(draw.one(['#### #### #### ####', '################', '57###########'])))],
  [300, 'email', 'e-mail address', (draw) => saying(draw, `${draw.one(['noor', 'sam.x', 'blå_bær', 'emma2010'])}@${draw.one(['skole.example', 'mail.example.org', 'xn.dk'])}`)],
  [100, null, '@ without an address', (draw) => saying(draw, draw.one(['@noor', 'vi ses @ skolen', 'noor@', 'skriv @alle']))],
  [300, 'name', 'introduction', (draw) => `${draw.one(['', 'hej, ', 'Hej! ', 'hmm '])}${draw.one(['jeg hedder', 'Jeg hedder', 'mit navn er', 'jeg heder', 'my name is', "I'm called"])} ${draw.one(NAMES)}${draw.one(['', ' og er 15', '.', ', hvad med dig?'])}`],
  [200, null, 'introduction without a name', (draw) => draw.one(['jeg hedder ikke noget', 'du må ikke vide, hvad jeg hedder', 'jeg hedder noget andet', 'mit navn er hemmeligt', 'jeg vil ikke sige hvad jeg hedder og hvor jeg bor', 'hun hedder Noor'])],
  [300, 'address', 'address', (draw) => saying(draw, `${draw.one(STREETS)} ${draw.between(1, 230)}${draw.one(['', 'A', ' b', ', 2. tv', ', 9000 Aalborg'])}`, [...SAID, 'jeg bor på {}', 'kom til {}'])],
  [200, null, 'street or count without a house number', (draw) => draw.one(['jeg er på vej 2 gange om dagen', 'alle 4 var der', 'vi var alle 14 år', 'jeg bor i nærheden af Skovvej', 'Skateparken 3 gange om ugen', 'en omvej 5 km', '9000 kroner'])],
];

/** Returns the whole set for a seed: `{ text, kind, sort }`. */
export function corpus(seed) {
  const draw = new Draw(seed);
  return SORTS.flatMap(([many, kind, sort, make]) => Array.from({ length: many }, () => ({ kind, sort, text: make(draw) })));
}
