import { streetAddress } from '../../static/js/guard/youth-rules.js';
import { hold } from './support/examples.js';
import { HELP_LINES } from './support/help-lines.js';

hold((text) => streetAddress(text, HELP_LINES), {
  found: {
    'jeg bor på Skovvej 12': 'Skovvej 12',
    'skovvej 12b': 'skovvej 12b',
    'Skovvej 12 B, 2. tv': 'Skovvej 12 B',
    'Ørstedsgade 3': 'Ørstedsgade 3',
    'Strandvejen 114': 'Strandvejen 114',
    'kom til Nørre Allé 7': 'Nørre Allé 7',
    'Birkealle 7': 'Birkealle 7',
    'Lavendelstræde 1, København': 'Lavendelstræde 1',
    'Elmevænget 22': 'Elmevænget 22',
    'Birkeparken 104': 'Birkeparken 104',
    'H.C. Andersens Boulevard 9': 'Andersens Boulevard 9',
    'Amagertorv 5': 'Amagertorv 5',
    'Skovvej nr. 4': 'Skovvej nr. 4',
    'det er 9400 Nørresundby': '9400 Nørresundby',
    'jeg bor i 2000 Frederiksberg': '2000 Frederiksberg',
    '2200 København N': '2200 København',
  },
  left: [
    'jeg er på vej 2 gange om dagen',
    'på vej 15',
    'i parken 3',
    'alle 4 var der',
    'de er alle 14 år',
    'skateparken 3 gange om ugen',
    'jeg gik i Legeparken 2 timer',
    'motorvejen 110 km',
    'en omvej 5 km',
    'jeg bor på Skovvej',
    'i 2019 Flyttede vi',
    'i 2024 Min mor',
    '1888 Lev Uden Vold',
    '9400 kr',
    'klokken 1430 mødte jeg ham',
    'vi gik en tur 5 gange',
  ],
});
