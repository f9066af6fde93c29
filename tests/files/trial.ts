/** The harmless text by which scanners are tried (EICAR); in two halves, so that none finds it in this file. */
export const TRIAL = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""),
  "latin1",
);
