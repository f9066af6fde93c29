import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** Does pieces of work in several threads, and answers with all of them in the order of the pieces. */
export async function shareOut<Piece, Answer>(
  file: string,
  pieces: readonly Piece[],
  onAnswer: (answer: Answer, done: number) => void = () => {},
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  let done = 0;
  const lane = (): Promise<void> =>
    new Promise((resolve, reject) => {
      if (next >= pieces.length) return resolve();
      const worker = new Worker(new URL(file, import.meta.url));
      let mine = next++;
      worker.on("message", (answer: Answer) => {
        answers[mine] = answer;
        done += 1;
        onAnswer(answer, done);
        if (next < pieces.length) {
          mine = next++;
          worker.postMessage(pieces[mine]);
        } else void worker.terminate().then(() => resolve(), reject);
      });
      worker.on("error", reject);
      worker.postMessage(pieces[mine]);
    });
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane));
  return answers;
}
