import type { Person } from "./people/store.ts";

/** A person as they see themselves. */
export const meJson = ({ id, name, email, phone, language, roles }: Person) => ({
  ...{ id, name, email, language },
  phone: phone || null,
  roles: [...roles],
});
