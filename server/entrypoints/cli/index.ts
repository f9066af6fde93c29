import { commands } from "./commands.ts";

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
