import { commands } from "./commands.ts";

/** A command of the operator's: gets its own arguments, writes to standard output, answers with the exit code. */
export type CliCommand = { readonly summary: string; readonly run: (args: readonly string[]) => Promise<number> };

function usage(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return ["usage: npm run -s amana -- <command> [options]", "", ...lines, ""].join("\n");
}

async function main(args: readonly string[]): Promise<number> {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(" ");
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command) return await command.run(args.slice(words));
  }
  process.stderr.write(usage());
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
