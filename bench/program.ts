import { fork } from "node:child_process";
import { join } from "node:path";

export type Program<Message> = {
  /** The first thing that it said. */
  readonly message: Message;
  stop(): Promise<void>;
};

/** Starts a program of this folder that says something when it is ready, and ends when nobody listens any more. */
export async function startProgram<Message>(file: string, args: readonly string[]): Promise<Program<Message>> {
  const child = fork(join(import.meta.dirname, file), args);
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const message = await new Promise<Message>((resolve, reject) => {
    child.once("message", (said) => resolve(said as Message));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code} instead of starting`)));
  });
  return {
    message,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
