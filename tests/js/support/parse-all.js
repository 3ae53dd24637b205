// Parses each module named on the command line and prints, as JSON, which ones cannot be; none of them is run.
//
//   node --experimental-vm-modules parse-all.js NAME…

import { readFileSync } from 'node:fs';
import { SourceTextModule } from 'node:vm';

function problemOf(name) {
  try {
    new SourceTextModule(readFileSync(name, 'utf8'));
    return [];
  } catch (error) {
    return [`${name}: ${error.message}`];
  }
}

console.log(JSON.stringify(process.argv.slice(2).flatMap(problemOf)));
