/** A command of the operator's: gets its own arguments, writes to standard output, answers with the exit code. */
export type CliCommand = { readonly summary: string; readonly run: (args: readonly string[]) => Promise<number> };
