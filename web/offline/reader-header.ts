/** The header by which the server says whose page it is: a person's id, or `none`. */
export const READER = "amana-reader";
