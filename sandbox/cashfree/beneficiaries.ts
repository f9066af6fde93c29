import type { Answer, Call } from "../call.ts";
import { utcIso } from "../india-time.ts";
import { asObject, asText, at } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { invalid, isAnswer } from "./errors.ts";
import type { Beneficiary } from "./records.ts";

export const IFSC = /^[A-Za-z]{4}0[A-Za-z0-9]{6}$/;
export const VPA = /^[A-Za-z0-9._-]+@[A-Za-z0-9.-]+$/;
const CONTACT_FIELDS = ["email", "phone", "country_code", "address", "city", "state", "postal_code"].map(
  (field) => `beneficiary_${field}`,
);

/** POST /beneficiary */
export function createBeneficiary(sandbox: Sandbox, call: Call): Answer {
  const body = asObject(call.body);
  const id = asText(body.beneficiary_id);
  const name = asText(body.beneficiary_name);
  const instrument = asObject(body.beneficiary_instrument_details);
  const account = asText(instrument.bank_account_number);
  const ifsc = asText(instrument.bank_ifsc);
  const vpa = asText(instrument.vpa);
  const objection = objectionToId(id) ?? objectionToName(name) ?? objectionToBank(account, ifsc) ?? objectionToVpa(vpa);
  if (objection) return objection;
  const known = [...sandbox.store.state.beneficiaries.values()];
  if (id === undefined || name === undefined || known.some((other) => other.beneficiaryId === id)) {
    return invalid("beneficiary_id_already_exists", "Beneficiary already exists with the given beneficiary_id", 409);
  }
  if (account !== undefined && known.some((other) => other.account === account && other.ifsc === ifsc)) {
    const message = "Beneficiary already exists with the given beneficiary_bank_account_number and beneficiary_ifsc";
    return invalid("beneficiary_already_exists", message, 409);
  }
  const beneficiary: Beneficiary = {
    beneficiaryId: id,
    name,
    account: account ?? null,
    ifsc: ifsc ?? null,
    vpa: vpa ?? null,
    contact: contactOf(body),
    addedAt: sandbox.clock.now(),
  };
  sandbox.store.state.beneficiaries.set(id, beneficiary);
  return { status: 201, body: entity(beneficiary, "VERIFIED") };
}

/** GET /beneficiary, by beneficiary_id or by bank_account_number and bank_ifsc */
export function getBeneficiary(sandbox: Sandbox, call: Call): Answer {
  const found = findBeneficiary(sandbox, call);
  return isAnswer(found) ? found : { status: 200, body: entity(found, "VERIFIED") };
}

/** DELETE /beneficiary?beneficiary_id= */
export function deleteBeneficiary(sandbox: Sandbox, call: Call): Answer {
  const id = call.query.beneficiary_id;
  const objection = objectionToId(id);
  if (objection) return objection;
  const found = sandbox.store.state.beneficiaries.get(id ?? "");
  if (!found) return NOT_FOUND;
  sandbox.store.state.beneficiaries.delete(found.beneficiaryId);
  return { status: 200, body: entity(found, "DELETED") };
}

const NOT_FOUND = invalid("beneficiary_not_found", "Beneficiary does not exist", 404);

function findBeneficiary(sandbox: Sandbox, call: Call): Beneficiary | Answer {
  const { beneficiary_id: id, bank_account_number: account, bank_ifsc: ifsc } = call.query;
  const known = [...sandbox.store.state.beneficiaries.values()];
  if (id !== undefined && (account !== undefined || ifsc !== undefined)) {
    const message = "Please provide either bank_account_number and bank_ifsc together or beneficiary_id alone.";
    return invalid("too_many_parameters_in_request", message);
  }
  if (id !== undefined) {
    return objectionToId(id) ?? known.find((beneficiary) => beneficiary.beneficiaryId === id) ?? NOT_FOUND;
  }
  if (account === undefined && ifsc === undefined) {
    const message = "Either beneficiary_id or the combination of bank_account_number and bank_ifsc has to be provided";
    return invalid("beneficiary_identifiers_missing", `beneficiary_identifiers : ${message} with the request`);
  }
  return (
    objectionToBank(account, ifsc) ??
    known.find((beneficiary) => beneficiary.account === account && beneficiary.ifsc === ifsc) ??
    NOT_FOUND
  );
}

function objectionToId(id: string | undefined): Answer | undefined {
  if (id === undefined) return invalid("beneficiary_id_missing", "beneficiary_id : is missing in the request");
  if (id.length > 50) {
    return invalid(
      "beneficiary_id_length_exceeded",
      `beneficiary_id : should not be more than 50 characters long. value received: ${id}`,
    );
  }
  if (/^[A-Za-z0-9_|.-]+$/.test(id)) return undefined;
  const message = "should contain only letters, numbers, hyphen, underscore, pipe, and dot. Value received";
  return invalid("beneficiary_id_invalid", `beneficiary_id : ${message}: ${id}`);
}

function objectionToName(name: string | undefined): Answer | undefined {
  if (name === undefined) return invalid("beneficiary_name_missing", "beneficiary_name : is missing in the request");
  if (name.length <= 100 && /^[\p{L}\p{M} ]+$/u.test(name)) return undefined;
  return invalid("beneficiary_name_invalid", "beneficiary_name : should contain only letters and spaces, at most 100");
}

function objectionToBank(account: string | undefined, ifsc: string | undefined): Answer | undefined {
  if (account === undefined && ifsc === undefined) return undefined;
  if (ifsc === undefined) {
    return invalid(
      "bank_ifsc_missing",
      "bank_ifsc : should be provided with the request if bank_account_number is provided",
    );
  }
  if (account === undefined) {
    return invalid(
      "bank_account_number_missing",
      "bank_account_number: should be provided with the request if bank_ifsc is provided",
    );
  }
  const field = "bank_account_number";
  if (account.length > 25)
    return invalid(
      `${field}_length_exceeded`,
      `${field} : should not be more than 25 characters long. value received: ${account}`,
    );
  if (account.length < 4)
    return invalid(
      `${field}_length_short`,
      `${field} : should not be less than 4 characters long. value received: ${account}`,
    );
  if (!/^[A-Za-z0-9]+$/.test(account))
    return invalid(`${field}_invalid`, `${field} : should be alphanumeric. value received: ${account}`);
  if (!IFSC.test(ifsc))
    return invalid("bank_ifsc_invalid", `bank_ifsc : please provide a valid IFSC. value received: ${ifsc}`);
  return undefined;
}

const objectionToVpa = (vpa: string | undefined): Answer | undefined =>
  vpa === undefined || VPA.test(vpa)
    ? undefined
    : invalid("vpa_invalid", `vpa : is in invalid format. value received: ${vpa}`);

const contactOf = (body: object): Record<string, string> =>
  Object.fromEntries(
    CONTACT_FIELDS.flatMap((field) => {
      const value = asText(at(body, `beneficiary_contact_details.${field}`));
      return value === undefined ? [] : [[field, value]];
    }),
  );

const entity = (beneficiary: Beneficiary, status: "VERIFIED" | "DELETED"): object => ({
  beneficiary_id: beneficiary.beneficiaryId,
  beneficiary_name: beneficiary.name,
  beneficiary_instrument_details: {
    bank_account_number: beneficiary.account ?? undefined,
    bank_ifsc: beneficiary.ifsc ?? undefined,
    vpa: beneficiary.vpa ?? undefined,
  },
  beneficiary_contact_details: beneficiary.contact,
  beneficiary_status: status,
  added_on: utcIso(beneficiary.addedAt),
});
