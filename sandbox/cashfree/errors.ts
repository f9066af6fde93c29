import type { Answer } from "../call.ts";

/** An error body of both Cashfree products: `{ message, code, type }`. */
export const refuse = (status: number, type: string, code: string, message: string): Answer => ({
  status,
  body: { message, code, type },
});

export const invalid = (code: string, message: string, status = 400): Answer =>
  refuse(status, "invalid_request_error", code, message);

export const missing = (field: string): Answer => invalid(`${field}_missing`, `${field} : is missing in the request.`);

export const wrong = (field: string, why: string): Answer => invalid(`${field}_invalid`, `${field} : ${why}`);

export const isAnswer = (value: object): value is Answer => "status" in value && "body" in value;
