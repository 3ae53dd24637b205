import { cprNumber } from '../../static/js/guard/numbers.js';
import { hold } from './support/examples.js';

const rule = (text) => cprNumber(text, 2026);

// Numbers that fit modulus 11 are invented by it; 070761-4285 is the registry's own example.
hold(rule, {
  found: {
    'mit cpr-nummer er 070761-4285': '070761-4285',
    '0707614285': '0707614285',
    'det er 070761 4285.': '070761 4285',
    'det er 070761–4285, ikke?': '070761–4285',
    'det er 070761 - 4285': '070761 - 4285',
    'det er 07 07 61 4285': '07 07 61 4285',
    'det er 07.07.61-4285': '07.07.61-4285',
    '(070761-4285)': '070761-4285',
    'han skrev 0707614285 ned': '0707614285', // "kr" inside a word is no currency
    'cpr:0707614285': '0707614285',
    'jeg er 17\n070761-4285\nhjælp': '070761-4285',
    // Without modulus 11: written like one and of a young age, born on a 1 January, or called so.
    'mit nummer er 120310-4321': '120310-4321',
    'skriv 0101951234': '0101951234',
    'mit cpr er 1203104322': '1203104322',
    'personnummer 1203104322': '1203104322',
    // The leap day of 2008.
    '290208-5678': '290208-5678',
  },
  left: [
    'mit cpr er 310210-4321', // no such day
    'mit cpr er 290210-4321', // no leap year
    'mit cpr er 001210-4321',
    'mit cpr er 121310-4321',
    'mit cpr er 12031-4321',
    'mit cpr er 120310-432',
    '120310-43215',
    '1120310-4321',
    '070761-4285-1', // a part of something longer
    '1 070761-4285',
    'DK0707614285',
    'ab/0707614285',
    'https://example.org/0707614285',
    '070761-4285a',
    'kontonummer 0707614285',
    'min konto er 1234 0707614285',
    'ordre nr. 0707614285',
    'ordrenummer: 0707614285',
    'sagsnr. 120310-4321',
    'det kostede 0707614285 kr',
    '1203104322', // ten digits and a date, but no modulus 11
    '120324-1234', // the date of an order; as a birthday it is a hundred years old
    '120310-0321', // 1910 by its seventh digit
    '120340-8123', // not born yet
    '120390-6123', // 1890 by its seventh digit
    '12.03.24 1430',
    '12-03-24 1430',
    '12/03/24 2024',
    '12.03.2010',
    '12 34 56 78',
    '+45 12 34 56 78',
    '+4512345678',
    'jeg er 5',
    'jeg er 15 og han er 5',
    'kl. 14.30-15.45',
    'jeg er født 12.03.10',
    '',
  ],
});
