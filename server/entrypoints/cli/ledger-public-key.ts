import { publicKeyPem, sealKey } from "#modules/seals";
import { describeProblems, readConfig } from "#runtime/config";

/** Prints the key that checks our seals, to be published and given to auditors. */
export const ledgerPublicKey = {
  summary: "print the public key that our seals are checked with",
  async run(): Promise<number> {
    const config = readConfig(process.env);
    if (!config.ok) {
      process.stderr.write(`${describeProblems(config.error)}\n`);
      return 2;
    }
    const { publicKey } = sealKey(Buffer.from(config.value.sealKey.reveal(), "base64"));
    process.stdout.write(publicKeyPem(publicKey));
    return 0;
  },
};
