import { phoneNumber } from '../../static/js/guard/numbers.js';
import { emailAddress } from '../../static/js/guard/youth-rules.js';
import { hold } from './support/examples.js';
import { HELP_LINES } from './support/help-lines.js';

hold((text) => phoneNumber(text, HELP_LINES), {
  found: {
    'ring på 22334455': '22334455',
    'ring på 22 33 44 55.': '22 33 44 55',
    '22-33-44-55': '22-33-44-55',
    '22.33.44.55': '22.33.44.55',
    '2233 4455': '2233 4455',
    '2233-4455': '2233-4455',
    '22 334 455': '22 334 455',
    '223 344 55': '223 344 55',
    '223 34 455': '223 34 455',
    'mit nummer er +45 22 33 44 55': '+45 22 33 44 55',
    '+4522334455': '+4522334455',
    'tlf. 0045 22334455': '0045 22334455',
    'tlf:22334455': '22334455',
    'jeg er 15, 22334455': '22334455',
    '+4520381127': '+4520381127',
    'min mors er 98 12 34 56, ring': '98 12 34 56',
  },
  left: [
    'ring til Livslinien på 70 201 201', // ours, and every other organisation's 70
    'ring 70201201',
    'BørneTelefonen 116 111',
    'Offerrådgivningen 116 006',
    'Reden Ung på 40 90 11 11',
    '40901111',
    '+45 40 90 11 11',
    '1888 eller 112 eller 114',
    '80 20 20 20',
    'skoleåret 2024-2025',
    '2024 2025',
    'den 24-03-2010',
    '24032010',
    '20100324',
    '2010-03-24',
    'det koster 22334455 kr',
    'kr. 22334455',
    '22.334.455 kroner',
    'i alt 22 334 455 kr.',
    '20 000 000 mennesker',
    'ordrenummer 22334455',
    'pakke nr. 22334455',
    'kontonr. 1234 22334455',
    '1234 5678 9012 3456',
    '070761-4285',
    '26 03 22 18:15',
    '223344556',
    '2233445',
    'DK22334455',
    '#22334455',
    'jeg har prøvet 2 3 4 5 6 7 8 9 gange',
    'kl. 20.30',
    'klokken 22.30-23.45',
    'jeg vejer 52,5 og er 165',
    '22334455,50',
  ],
});

hold(emailAddress, {
  found: {
    'skriv til noor@example.org': 'noor@example.org',
    'Noor.Aa-1+chat@sub.example.co.uk, tak': 'Noor.Aa-1+chat@sub.example.co.uk',
    '(noor@example.org)': 'noor@example.org',
    'noor@skole.dk.': 'noor@skole.dk',
    'sørén@blåbær.dk': 'sørén@blåbær.dk',
  },
  left: ['@noor', 'vi ses @ skolen', 'noor@', 'noor@skole', 'a@b.c', '@skole.dk', 'jeg er bange. hjælp'],
});
