import { QUARREL_BUGS } from "./bugs/quarrels.ts";
import { runHistory } from "./history.ts";
for (const name of ["a dispute is raised without a freeze", "goods that are to be sent back are paid back at once", "a chargeback upon a dispute forgets the dispute"]) {
  const bug = QUARREL_BUGS[name];
  let found = "NOT FOUND";
  for (let seed = 1; seed <= 1000; seed++) {
    const { violations } = await runHistory(seed, bug ? { bug } : {});
    if (violations[0]) { found = `${seed}: ${violations[0].slice(0, 160)}`; break; }
  }
  process.stdout.write(`${name} - ${found}\n`);
}
