import { counsellorRules } from '../../static/js/guard/counsellor-rules.js';
import { hold } from './support/examples.js';

hold(counsellorRules('alex@kommune.example').name, {
  found: {
    'Hej, det er Alex': 'Alex',
    'alex her': 'alex',
    'ALEX!': 'ALEX',
    'det er Alex’ tur': 'Alex',
    'alexs bord': 'alexs',
    'Jeg hedder Robin': 'Jeg hedder Robin',
    'Kærlig hilsen Robin': 'hilsen Robin',
    'kh fra Robin': 'kh fra Robin',
  },
  left: [
    'Alexander har sagt det', // somebody else
    'palexi',
    'Hvad er der sket i kommunen?',
    'Kærlig hilsen os i chatten',
    'hilsen Rådgiveren',
    'Hvad hedder din kat?',
  ],
});
hold(counsellorRules('soeren.aagaard-holm+chat2@kommune.example').name, {
  found: { 'jeg er Søren': 'Søren', 'jeg er soeren': 'soeren', 'Ågaard siger': 'Ågaard', 'aagård': 'aagård', 'det er Sørens vagt': 'Sørens' },
  left: ['vi bor på en holm', 'kommune', 'chat med mig', 'Sørensen'],
});
hold(counsellorRules('soren@kommune.example').name, { found: { 'jeg er Søren': 'Søren' }, left: [] });
hold(counsellorRules('hans.per.bo@kommune.example').name, {
  found: { 'Jeg hedder Hans': 'Jeg hedder Hans', 'mvh Hans': 'mvh Hans' },
  left: ['hans far kom hjem', 'to per dag', 'hvor skal du bo?', 'Hans far kom hjem'],
});
hold(counsellorRules('').name, { found: {}, left: ['', 'hej'] });

const { phone, email, social } = counsellorRules('alex@kommune.example');
hold(phone, { found: { 'ring til mig på 22 33 44 55': '22 33 44 55' }, left: ['ring til Livslinien på 70 201 201'] });
hold(email, { found: { 'skriv til alex@kommune.example': 'alex@kommune.example' }, left: ['vi ses @ chatten'] });
hold(social, {
  found: {
    'find instagram.com/alex': 'instagram.com/a',
    'https://www.facebook.com/alex.x': 'facebook.com/a',
    'tiktok.com/@alex': 'tiktok.com/@',
    'fb.me/alex': 'fb.me/a',
    'snap: alexx': 'snap: a',
    'Snapchat:alexx': 'Snapchat:a',
    'mit insta er alexx': 'mit insta',
    'min Snapchat': 'min Snapchat',
    'jeg er @alex_x': '@alex_x',
    'add mig på tiktok': 'mig på tiktok',
    'find mig inde på insta': 'mig inde på insta',
  },
  left: [
    'Har du talt med hende på Snapchat?',
    'Hvem skrev det på Instagram?',
    'Har han delt billedet på TikTok?',
    'Du kan blokere ham på insta.',
    'kl. 20 @ skolen',
    'Skriv til mig igen en anden gang',
    'noor@example.org',
  ],
});
